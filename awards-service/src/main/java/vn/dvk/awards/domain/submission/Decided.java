package vn.dvk.awards.domain.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.dossier.Dossier;

/** What a decision has decided about one model, as answers to what was asked for it. */
public final class Decided {

    private Decided() {}

    /**
     * Also what was revoked since: it was an answer.
     *
     * @param decision id in the register
     */
    public static List<Answer> by(String decision, Dossier.Known dossier) {
        var answers = new ArrayList<Answer>();
        var model = dossier.model();
        dossier.recognitions().stream()
                .filter(one -> rests(one.decision(), decision))
                .map(one -> new Answer(
                        Item.recognition(model, one.level()), Answer.Verdict.RECOGNIZED, decision, one.on(), null))
                .forEach(answers::add);
        dossier.refusals().stream()
                .filter(one -> rests(one.decision(), decision))
                .map(one -> new Answer(
                        Item.recognition(model, one.level()), Answer.Verdict.REFUSED, decision, one.on(), one.reason()))
                .forEach(answers::add);
        dossier.awards().stream()
                .map(one -> one.commendation())
                .filter(one -> rests(one.decision(), decision))
                .map(one -> new Answer(Item.award(model, one.form()), Answer.Verdict.AWARDED, decision, one.on(), null))
                .forEach(answers::add);
        return answers;
    }

    private static boolean rests(@Nullable DecisionPaper paper, String decision) {
        return paper != null && decision.equals(paper.id());
    }
}
