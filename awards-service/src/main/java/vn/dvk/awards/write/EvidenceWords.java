package vn.dvk.awards.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.store.Words;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.service.web.Refused;

/** Whether what proves a decision is of kinds there are. */
@Component
public class EvidenceWords {

    private final Words words;

    EvidenceWords(Words words) {
        this.words = words;
    }

    /**
     * @param on     the decision's day; null: no day in particular
     * @param prefix of the fields' names
     * @throws Refused naming the first piece of an unknown kind
     */
    public void check(@Nullable List<EvidenceInput> evidence, @Nullable LocalDate on, String prefix) {
        if (evidence == null) {
            return;
        }
        for (var i = 0; i < evidence.size(); i++) {
            var kind = evidence.get(i).kind();
            var wrong = words.evidenceKinds(kind).fault(prefix + "evidence[" + i + "].kind", kind, on);
            if (wrong.isPresent()) {
                throw new Refused(Refusal.blaming(wrong.get()));
            }
        }
    }
}
