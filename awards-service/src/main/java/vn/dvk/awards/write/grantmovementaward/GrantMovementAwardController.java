package vn.dvk.awards.write.grantmovementaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.movementaward.Merit;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Grant;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.read.MovementAwardAnswer;
import vn.dvk.awards.store.AwardSettings;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.store.Words;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.NamedRecipients;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.awards.write.PeriodInput;
import vn.dvk.awards.write.RecipientInput;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Khen thưởng một tập thể, cá nhân có thành tích lãnh đạo, tham gia phong trào. */
@RestController
@Tag(name = "Movement awards")
class GrantMovementAwardController {

    private final Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards;
    private final Directory directory;
    private final NamedRecipients recipients;
    private final AwardSettings settings;
    private final Words words;
    private final NamedDecisions decisions;
    private final WiderHolds holds;
    private final Answers answers;

    GrantMovementAwardController(
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards,
            Directory directory,
            NamedRecipients recipients,
            AwardSettings settings,
            Words words,
            NamedDecisions decisions,
            WiderHolds holds,
            Answers answers) {
        this.awards = awards;
        this.directory = directory;
        this.recipients = recipients;
        this.settings = settings;
        this.words = words;
        this.decisions = decisions;
        this.holds = holds;
        this.answers = answers;
    }

    /**
     * @param recipient   who receives it; {@code recipients} for several
     * @param amount      in đồng; what the tables say unless given
     * @param amountBasis by which rule
     * @param fund        from which it is paid
     * @param paidOn      the day it was paid, if it was
     */
    record GrantMovementAwardBody(
            @NotBlank @Size(max = 40) String programme,
            @NotNull Subject subject,
            @Nullable @Valid RecipientInput recipient,
            @Nullable @Size(max = 100) List<@NotNull @Valid RecipientInput> recipients,
            @NotBlank @Size(max = 40) String form,
            @NotBlank @Size(max = 40) String track,
            @NotNull @Valid DecisionInput decision,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Size(max = 4000) String citation,
            @Nullable @Valid PeriodInput period,
            @Nullable Long amount,
            @Nullable @Size(max = 300) String amountBasis,
            @Nullable @Size(max = 300) String fund,
            @Nullable @PastOrPresent LocalDate paidOn) {
        Merit merit(List<Recipient> recipients, DecisionPaper paper) {
            return new Merit(
                    programme,
                    subject,
                    recipients,
                    form,
                    track,
                    paper,
                    on.on(),
                    OptionalText.orNone(citation),
                    PeriodInput.periodOrNone(period),
                    amount,
                    OptionalText.orNone(amountBasis),
                    OptionalText.orNone(fund),
                    paidOn,
                    on.inexact());
        }
    }

    /** The award's id follows from the idempotency key, so the stream itself knows a repeated request. */
    @PostMapping("/api/v1/movement-awards")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> grant(@Valid @RequestBody GrantMovementAwardBody body, RequestContext context) {
        var id = DeterministicId.of("movement-award", Objects.requireNonNull(context.key(), "a POST has one"));
        var named = recipients.atLeastOne(body.recipient(), body.recipients());
        var decision = decisions.asKnown(body.decision());
        var merit = body.merit(named.recipients(), decision.paper());
        var programme = directory.programme(merit.programme()).orElse(null);
        var command = new Grant(
                id,
                merit,
                programme != null,
                named.unknownUnits(),
                settings.amounts(),
                words.awards(body.form(), body.track()),
                holds.onRecipients(merit.recipients(), decision.paper().date()),
                programme == null ? null : programme.historicUntil());
        var outcome = decisions.handle(awards, id, command, decision, ExpectedVersion.ANY, context.withoutKey());
        return answers.created(outcome, "/api/v1/movement-awards/" + id, state -> MovementAwardAnswer.of(id, state));
    }
}
