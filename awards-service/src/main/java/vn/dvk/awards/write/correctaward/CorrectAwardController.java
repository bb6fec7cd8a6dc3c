package vn.dvk.awards.write.correctaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectAward;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.read.AwardAnswer;
import vn.dvk.awards.store.GivingRulesByModel;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.store.Words;
import vn.dvk.awards.write.AwardCorrectionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.NamedRecipients;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Đính chính khen thưởng: it never read as it did. What is no longer valid is revoked instead. */
@RestController
@Tag(name = "Awards")
class CorrectAwardController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final NamedRecipients recipients;
    private final GivingRulesByModel rules;
    private final Words words;
    private final NamedDecisions decisions;
    private final WiderHolds holds;
    private final Answers answers;

    CorrectAwardController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            NamedRecipients recipients,
            GivingRulesByModel rules,
            Words words,
            NamedDecisions decisions,
            WiderHolds holds,
            Answers answers) {
        this.dossiers = dossiers;
        this.recipients = recipients;
        this.rules = rules;
        this.words = words;
        this.decisions = decisions;
        this.holds = holds;
        this.answers = answers;
    }

    @PostMapping("/api/v1/models/{model}/awards/{award}/correction")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> correct(
            @PathVariable String model,
            @PathVariable String award,
            @Valid @RequestBody AwardCorrectionInput body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.orNone(body.decision());
        var named = recipients.of(body.recipient(), body.recipients());
        var correction = body.correction(named.recipients(), NamedDecisions.paper(decision));
        var command = new CorrectAward(
                award,
                correction,
                named.unknownUnits(),
                rules.of(model, words.awards(body.form(), body.track())),
                correction.givesAnew() ? heldBy(model, award, correction) : null);
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.ok(
                outcome,
                state -> AwardAnswer.of(decisions.reading(state).award(award).orElseThrow()));
    }

    /** By the decision as it reads now. A dossier that is not here is refused where everything else is. */
    private @Nullable String heldBy(String model, String award, AwardCorrection correction) {
        return dossiers.find(model)
                .map(found -> found.state() instanceof Dossier.Known known
                        ? holds.onCorrection(decisions.reading(known), award, correction)
                        : null)
                .orElse(null);
    }
}
