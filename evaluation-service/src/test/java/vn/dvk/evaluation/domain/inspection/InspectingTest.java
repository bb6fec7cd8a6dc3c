package vn.dvk.evaluation.domain.inspection;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.inspection.InspectionCommand.Enter;
import vn.dvk.evaluation.domain.inspection.InspectionEvent.Made;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Steps;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.spec.Specification;

class InspectingTest {

    private static final LocalDate REGISTERED = LocalDate.parse("2024-02-05");
    private static final Model MODEL =
            new Model("m", "NA-1", "Ký túc xá", "NA-2024", "NA-S1", "VHXH", ModelKind.MODEL, SubjectType.COLLECTIVE);

    private static final ProcessState UNKNOWN = new ProcessDecider().initial();
    private static final ProcessState OPEN =
            process(UNKNOWN, new ProcessEvent.Opened(MODEL, REGISTERED, new Steps(List.of())));
    private static final ProcessState WITHDRAWN =
            process(OPEN, new ProcessEvent.Withdrawn(new Withdrawal(REGISTERED.plusDays(1), "Gộp")));

    private static final Inspection IN_MAY = on(LocalDate.parse("2024-05-16"));

    private final Specification<InspectionCommand, InspectionState, InspectionEvent> inspection =
            Specification.of(new InspectionDecider());

    @Test
    void an_inspection_is_entered_once_with_the_model_as_it_is_then() {
        inspection.given().when(new Enter(OPEN, IN_MAY)).then(new Made(MODEL, IN_MAY));
        inspection.given(new Made(MODEL, IN_MAY)).when(new Enter(OPEN, IN_MAY)).thenNothing();
        inspection
                .given(new Made(MODEL, IN_MAY))
                .when(new Enter(WITHDRAWN, IN_MAY))
                .thenNothing();
    }

    @Test
    void there_has_to_be_a_registered_model_that_was_not_withdrawn() {
        inspection.given().when(new Enter(UNKNOWN, IN_MAY)).thenRefused("not-known-yet");
        inspection.given().when(new Enter(WITHDRAWN, IN_MAY)).thenRefused("withdrawn");
        inspection.given().when(new Enter(OPEN, on(REGISTERED.minusDays(1)))).thenRefused("before-registration");
        inspection.given().when(new Enter(OPEN, on(REGISTERED))).then(new Made(MODEL, on(REGISTERED)));
    }

    private static Inspection on(LocalDate day) {
        return new Inspection("i-1", day, List.of("Nguyễn Văn A"), "Đúng kế hoạch", List.of());
    }

    private static ProcessState process(ProcessState before, ProcessEvent event) {
        return new ProcessDecider().evolve(before, event);
    }
}
