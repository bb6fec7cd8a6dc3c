package vn.dvk.awards.read;

import vn.dvk.awards.domain.decision.DecisionDraft;
import vn.dvk.awards.store.DecisionDrafts;

/**
 * A decision that is being prepared, as answers show it.
 *
 * @param id    that it keeps as a decision
 * @param state always {@code DRAFT}; what was issued is in the register
 */
public record DecisionDraftAnswer(String id, String state, DecisionDraft draft) {

    public static DecisionDraftAnswer of(DecisionDrafts.Saved saved) {
        return of(saved.id(), saved.draft());
    }

    public static DecisionDraftAnswer of(String id, DecisionDraft draft) {
        return new DecisionDraftAnswer(id, "DRAFT", draft);
    }
}
