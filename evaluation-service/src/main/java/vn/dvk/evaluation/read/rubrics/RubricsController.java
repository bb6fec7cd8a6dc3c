package vn.dvk.evaluation.read.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.read.Page;
import vn.dvk.evaluation.store.ApplicableRubrics;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.service.web.Refused;

/** A programme's rubrics, few enough for one page. */
@RestController
class RubricsController {

    private final ApplicableRubrics rubrics;
    private final Programmes programmes;

    RubricsController(ApplicableRubrics rubrics, Programmes programmes) {
        this.rubrics = rubrics;
        this.programmes = programmes;
    }

    /** The released versions, and the default of each subject: it applies to days before the first version's. */
    @GetMapping("/api/v1/programmes/{programme}/rubrics")
    Page<Rubric> rubrics(@PathVariable String programme) {
        if (programmes.find(programme).isEmpty()) {
            throw new Refused(EvaluationReason.PROGRAMME_NOT_KNOWN_YET, programme);
        }
        var items = new ArrayList<Rubric>(rubrics.released(programme).sorted());
        Stream.of(SubjectType.values()).map(Rubric.DEFAULTS::get).forEach(items::add);
        return new Page<>(List.copyOf(items), null);
    }
}
