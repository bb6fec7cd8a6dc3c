package vn.dvk.awards.write.correctmovementaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Correct;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.read.MovementAwardAnswer;
import vn.dvk.awards.store.AwardSettings;
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

/** Đính chính khen thưởng phong trào: it never read as it did. */
@RestController
@Tag(name = "Movement awards")
class CorrectMovementAwardController {

    private final Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards;
    private final NamedRecipients recipients;
    private final Words words;
    private final NamedDecisions decisions;
    private final WiderHolds holds;
    private final AwardSettings settings;
    private final Answers answers;

    CorrectMovementAwardController(
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards,
            NamedRecipients recipients,
            Words words,
            NamedDecisions decisions,
            WiderHolds holds,
            AwardSettings settings,
            Answers answers) {
        this.awards = awards;
        this.recipients = recipients;
        this.words = words;
        this.decisions = decisions;
        this.holds = holds;
        this.settings = settings;
        this.answers = answers;
    }

    @PostMapping("/api/v1/movement-awards/{award}/correction")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> correct(
            @PathVariable String award,
            @Valid @RequestBody AwardCorrectionInput body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.orNone(body.decision());
        var named = recipients.of(body.recipient(), body.recipients());
        var correction = body.correction(named.recipients(), NamedDecisions.paper(decision));
        var command = new Correct(
                award,
                correction,
                named.unknownUnits(),
                settings.amounts(),
                words.awards(body.form(), body.track()),
                correction.givesAnew() ? heldBy(award, correction) : null);
        var outcome = decisions.handle(awards, award, command, decision, expected, context);
        return answers.ok(outcome, state -> MovementAwardAnswer.of(award, decisions.reading(state)));
    }

    /** By the decision as it reads now. */
    private @Nullable String heldBy(String award, AwardCorrection correction) {
        return awards.find(award)
                .map(found -> holds.onCorrection(decisions.reading(found.state()), correction))
                .orElse(null);
    }
}
