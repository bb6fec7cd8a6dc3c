package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.process;

import java.util.List;
import org.junit.jupiter.api.Test;

class InspectingTest {

    private static final Inspection INSPECTION =
            new Inspection(day("2024-05-16"), List.of("Nguyễn Văn A"), "Đúng kế hoạch", List.of());

    @Test
    void an_inspection_is_recorded_once() {
        process()
                .given(opened())
                .when(new ProcessCommand.InspectModel(INSPECTION))
                .then(new ProcessEvent.Inspected(INSPECTION));
        process()
                .given(opened(), new ProcessEvent.Inspected(INSPECTION))
                .when(new ProcessCommand.InspectModel(INSPECTION))
                .thenNothing();
    }
}
