package vn.dvk.awards.write.grantmovementaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.movementaward.Merit;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Grant;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.store.AwardSettings;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.store.Words;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.PeriodInput;
import vn.dvk.awards.write.RecipientInput;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.KnownDay;
import vn.dvk.service.web.RowCheck;

/** Một quyết định khen thưởng phong trào cho nhiều tập thể, cá nhân. */
@RestController
@Tag(name = "Movement awards")
class GrantMovementAwardsController {

    private final Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards;
    private final Directory directory;
    private final AwardSettings settings;
    private final Words words;
    private final RowCheck rowCheck;
    private final NamedDecisions decisions;
    private final WiderHolds holds;
    private final Answers answers;

    GrantMovementAwardsController(
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards,
            Directory directory,
            AwardSettings settings,
            Words words,
            RowCheck rowCheck,
            NamedDecisions decisions,
            WiderHolds holds,
            Answers answers) {
        this.awards = awards;
        this.directory = directory;
        this.settings = settings;
        this.words = words;
        this.rowCheck = rowCheck;
        this.decisions = decisions;
        this.holds = holds;
        this.answers = answers;
    }

    /** The rows are not {@code @Valid}: each is checked by itself. */
    record GrantMovementAwardsBody(
            @NotBlank @Size(max = 40) String programme,
            @NotBlank @Size(max = 40) String form,
            @NotBlank @Size(max = 40) String track,
            @NotNull @Valid DecisionInput decision,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Valid PeriodInput period,
            @NotEmpty @Size(max = 1000) List<@NotNull GrantMovementAwardsRow> rows) {

        Merit merit(GrantMovementAwardsRow row, DecisionPaper paper) {
            return new Merit(
                    programme,
                    row.subject(),
                    List.of(row.recipient().recipient()),
                    form,
                    track,
                    paper,
                    on.on(),
                    null,
                    PeriodInput.periodOrNone(period),
                    null,
                    null,
                    null,
                    null,
                    on.inexact());
        }
    }

    /** @param key the row's idempotency key within the programme */
    record GrantMovementAwardsRow(
            @NotBlank @Size(max = 80) String key,
            @NotNull Subject subject,
            @NotNull @Valid RecipientInput recipient) {}

    @PostMapping("/api/v1/movement-awards/bulk")
    @Allowed(roles = "'AUTHORITY'")
    Map<String, Object> grantMany(@Valid @RequestBody GrantMovementAwardsBody body, RequestContext context) {
        var decision = decisions.asKnown(body.decision());
        var outcomes = rowCheck.carryOut(
                body.rows(),
                right -> decisions.handleAll(
                        awards, commands(body, right, decision.paper(), context.withoutKey()), decision, context));
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", String.valueOf(body.rows().get(i).key()), outcomes.get(i), _ -> Map.of());
        }
        return rows.body();
    }

    private List<CommandEnvelope<MovementAwardCommand>> commands(
            GrantMovementAwardsBody body,
            List<GrantMovementAwardsRow> rows,
            DecisionPaper paper,
            RequestContext context) {
        var programme = directory.programme(body.programme()).orElse(null);
        var units = unitsOf(rows);
        var held = holds.onEach(
                rows.stream().map(row -> row.recipient().recipient()).toList(), paper.date());
        var amounts = settings.amounts();
        var written = words.awards(body.form(), body.track());
        return rows.stream()
                .map(row -> {
                    var id = DeterministicId.of("movement-award", body.programme(), row.key());
                    return CommandEnvelope.<MovementAwardCommand>of(
                            id,
                            new Grant(
                                    id,
                                    body.merit(row, paper),
                                    programme != null,
                                    unknown(row, units),
                                    amounts,
                                    written,
                                    held.get(row.recipient().recipient()),
                                    programme == null ? null : programme.historicUntil()),
                            context);
                })
                .toList();
    }

    private static Map<String, String> unknown(GrantMovementAwardsRow row, Set<String> units) {
        var unit = row.recipient().unit();
        return units.contains(unit) ? Map.of() : Map.of("recipient.unit", unit);
    }

    private Set<String> unitsOf(List<GrantMovementAwardsRow> rows) {
        return directory
                .units(rows.stream()
                        .map(row -> row.recipient().unit())
                        .distinct()
                        .toList())
                .keySet();
    }
}
