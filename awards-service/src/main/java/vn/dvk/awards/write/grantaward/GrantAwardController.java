package vn.dvk.awards.write.grantaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.dossier.Commendation;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.read.AwardAnswer;
import vn.dvk.awards.store.Affiliations;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.GivingRulesByModel;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.store.Words;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.NamedRecipients;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.awards.write.PeriodInput;
import vn.dvk.awards.write.PrintedInput;
import vn.dvk.awards.write.RecipientInput;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Khen thưởng cho mô hình, điển hình; người nhận lấy từ hồ sơ. */
@RestController
@Tag(name = "Awards")
class GrantAwardController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final Affiliations affiliations;
    private final Directory directory;
    private final NamedRecipients recipients;
    private final GivingRulesByModel rules;
    private final Words words;
    private final NamedDecisions decisions;
    private final WiderHolds holds;
    private final Answers answers;

    GrantAwardController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            Affiliations affiliations,
            Directory directory,
            NamedRecipients recipients,
            GivingRulesByModel rules,
            Words words,
            NamedDecisions decisions,
            WiderHolds holds,
            Answers answers) {
        this.dossiers = dossiers;
        this.affiliations = affiliations;
        this.directory = directory;
        this.recipients = recipients;
        this.rules = rules;
        this.words = words;
        this.decisions = decisions;
        this.holds = holds;
        this.answers = answers;
    }

    /**
     * @param recipient   who receives it, where the registration does not say; {@code recipients} for several
     * @param amount      in đồng; what the tables say unless given
     * @param amountBasis by which rule
     * @param fund        from which it is paid
     * @param paidOn      the day it was paid, if it was
     */
    record GrantAwardBody(
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
            @Nullable @PastOrPresent LocalDate paidOn,
            @Nullable @Valid RecipientInput recipient,
            @Nullable @Size(max = 100) List<@NotNull @Valid RecipientInput> recipients) {
        Commendation commendation(DecisionPaper paper) {
            return new Commendation(
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

    record GrantAwardBulkBody(
            @NotBlank @Size(max = 40) String form,
            @NotBlank @Size(max = 40) String track,
            @NotNull @Valid DecisionInput decision,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Valid PeriodInput period,
            @NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 80) String> models,
            @Nullable @Size(max = 1000) Map<String, @NotNull @Valid PrintedInput> printed) {

        /** What is asked for one of them. */
        GrantAwardBulkBody only(String model) {
            var one = printedOf(model);
            return new GrantAwardBulkBody(
                    form, track, decision, on, period, List.of(), one == null ? null : Map.of(model, one));
        }

        @Nullable
        PrintedInput printedOf(String model) {
            return printed == null ? null : printed.get(model);
        }

        Commendation commendation(DecisionPaper paper) {
            return new Commendation(
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

    @PostMapping("/api/v1/models/{model}/awards")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> grant(
            @PathVariable String model,
            @Valid @RequestBody GrantAwardBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.asKnown(body.decision());
        var asked = body.commendation(decision.paper());
        var named = recipients.of(body.recipient(), body.recipients());
        var found = affiliations.of(List.of(model));
        var command = new GrantAward(
                asked,
                named.recipients(),
                unitNames(found, decision.paper().date()).get(model),
                named.unknownUnits(),
                rules.of(found, words.awards(body.form(), body.track())).of(model),
                heldBy(model, named.recipients(), decision.paper().date()));
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.created(outcome, "/api/v1/models/" + model, state -> AwardAnswer.of(award(state, asked)));
    }

    /** One decision about many models; each is decided by itself. */
    @PostMapping("/api/v1/awards/bulk")
    @Allowed(roles = "'AUTHORITY'")
    Map<String, Object> grantMany(@Valid @RequestBody GrantAwardBulkBody body, RequestContext context) {
        var decision = decisions.asKnown(body.decision());
        var asked = body.commendation(decision.paper());
        var found = affiliations.of(body.models());
        var names = unitNames(found, decision.paper().date());
        var allowed = rules.of(found, words.awards(body.form(), body.track()));
        var held = holds.onModels(body.models(), decision.paper().date());
        var commands = body.models().stream()
                .map(model -> CommandEnvelope.<DossierCommand>of(
                        model,
                        new GrantAward(
                                asked,
                                List.of(),
                                names.get(model),
                                Map.of(),
                                allowed.of(model),
                                held.get(model),
                                PrintedInput.printedOrNone(body.printedOf(model))),
                        context.forRow(model, body.only(model))))
                .toList();
        var outcomes = decisions.handleAll(dossiers, commands, decision, context);
        var rows = answers.rows();
        for (var i = 0; i < commands.size(); i++) {
            rows.add(
                    "id",
                    body.models().get(i),
                    outcomes.get(i),
                    state -> Map.of("award", award(state, asked).award()));
        }
        return rows.body();
    }

    private @Nullable String heldBy(String model, List<Recipient> recipients, LocalDate day) {
        var unit = holds.onModels(List.of(model), day).get(model);
        return unit == null ? holds.onRecipients(recipients, day) : unit;
    }

    /** What the units that led the models on the decision's day were called then, in one read. */
    private Map<String, String> unitNames(Map<String, Affiliations.Affiliation> found, LocalDate on) {
        var units = directory.units(
                found.values().stream().map(one -> one.unitOn(on)).distinct().toList());
        var names = new HashMap<String, String>();
        found.forEach((model, affiliation) -> {
            if (units.get(affiliation.unitOn(on)) instanceof Unit unit) {
                names.put(model, unit.nameOn(on));
            }
        });
        return names;
    }

    /** The one asked for; asked again after it was corrected, the latest. */
    private static Award award(Dossier state, Commendation asked) {
        var latest = OpenDossiers.known(state).awards().reversed();
        return latest.stream()
                .filter(one -> one.commendation().decision().isSamePaperAs(asked.decision())
                        && one.commendation().form().equals(asked.form()))
                .findFirst()
                .orElseGet(latest::getFirst);
    }
}
