package vn.dvk.evaluation.events.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.Evidence;

/** Which evidence there is, and what can be checked of it; what it is called and says stays home. */
record EvidenceRef(String id, String kind, @Nullable String sha256) {

    /** @return null for none, so that nothing is said */
    static @Nullable List<EvidenceRef> of(List<Evidence> evidence) {
        return evidence.isEmpty()
                ? null
                : evidence.stream()
                        .map(one -> new EvidenceRef(one.id(), one.kind(), one.sha256()))
                        .toList();
    }
}
