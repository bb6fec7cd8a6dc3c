package vn.dvk.evaluation.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.store.Words;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.service.web.Refused;

/** Whether what is handed in is of kinds there are, wherever evidence is handed in. */
@Component
public class EvidenceWords {

    private final Words words;

    EvidenceWords(Words words) {
        this.words = words;
    }

    /**
     * @param on the day it belongs to, unless it says its own; null: no day in particular
     * @throws Refused naming each piece of an unknown kind
     */
    public void check(@Nullable List<EvidenceBody> evidence, @Nullable LocalDate on) {
        if (evidence == null || evidence.isEmpty()) {
            return;
        }
        var kinds =
                words.evidenceKinds(evidence.stream().map(EvidenceBody::kind).toList());
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < evidence.size(); i++) {
            var one = evidence.get(i);
            kinds.fault("evidence[" + i + "].kind", one.kind(), one.date() == null ? on : one.date())
                    .ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.of(EvaluationReason.EVIDENCE_NOT_RIGHT, faults));
        }
    }
}
