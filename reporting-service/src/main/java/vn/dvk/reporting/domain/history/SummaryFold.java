package vn.dvk.reporting.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.ModelEvent.Step;
import vn.dvk.reporting.domain.history.Summary.Award;
import vn.dvk.reporting.domain.history.Summary.Recognition;

/** Reads a history from its first event to its last and says where it ended. */
final class SummaryFold {

    private @Nullable EventDimensions said;
    private @Nullable EventDimensions registered;
    private @Nullable String level;
    private @Nullable String origin;
    private @Nullable String replicaOf;
    private @Nullable String place;
    private @Nullable LocalDate registeredOn;
    private boolean submitted;
    private boolean returned;
    private boolean withdrawn;
    private boolean notApproved;
    private boolean voided;
    private boolean refused;
    private boolean evaluated;
    private @Nullable String conclusion;
    private @Nullable BigDecimal total;
    private @Nullable String grade;
    private List<Step> steps = List.of();
    private final Set<String> done = new HashSet<>();
    private final Set<String> holds = new LinkedHashSet<>();
    private final Map<String, Recognition> recognitions = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Award> awards = new LinkedHashMap<>();
    private @Nullable String continues;
    private List<ModelEvent.Owner> owners = List.of();
    private final Map<ModelEvent.Forwarded, LocalDate> forwarded = new LinkedHashMap<>();
    private @Nullable String registeredAsKnown;
    private List<String> incomplete = List.of();
    private Instant known = Instant.EPOCH;

    void add(TimedEvent timed) {
        var event = timed.event();
        var on = event.dimensions().on();
        said = event.dimensions();
        if (event.service().equals("registration")) {
            registered = event.dimensions();
        }
        known = timed.at();
        switch (event.what()) {
            case ModelEvent.Submitted it -> {
                submitted = true;
                returned = false;
                level = or(it.level(), level);
            }
            case ModelEvent.Returned _ -> returned = true;
            case ModelEvent.Registered it -> {
                registeredOn = on;
                level = or(it.level(), level);
                origin = it.origin();
                replicaOf = it.replicaOf();
                place = it.place();
                continues = it.continues();
                owners = it.owners();
                registeredAsKnown = ModelEvent.Precision.asKnown(on, it.precision());
                incomplete = it.incomplete();
            }
            case ModelEvent.NotApproved _ -> notApproved = true;
            case ModelEvent.Corrected it -> {
                continues = said(it.fields(), "continues", it.continues(), continues);
                origin = it.fields().contains("origin") ? it.origin() : origin;
                replicaOf = it.fields().contains("replicaOf") ? it.replicaOf() : replicaOf;
                owners = it.owners();
                level = said(it.fields(), "level", it.level(), level);
                place = said(it.fields(), "place", it.place(), place);
                var accepted = it.accepted();
                if (accepted != null) {
                    registeredOn = accepted.on();
                    registeredAsKnown = ModelEvent.Precision.asKnown(accepted.on(), accepted.precision());
                    incomplete = accepted.incomplete();
                }
            }
            case ModelEvent.Changed it -> {
                continues = said(it.fields(), "continues", it.continues(), continues);
                owners = it.owners();
                level = said(it.fields(), "level", it.level(), level);
                place = said(it.fields(), "place", it.place(), place);
            }
            case ModelEvent.Transferred it -> owners = it.owners();
            case ModelEvent.Forwarded it -> {
                if (Boolean.TRUE.equals(it.undone())) {
                    forwarded.keySet().removeIf(one -> one.to().equals(it.to()));
                } else {
                    forwarded.put(it, on);
                }
            }
            case ModelEvent.Withdrawn _ -> withdrawn = true;
            case ModelEvent.Voided _ -> voided = true;
            case ModelEvent.Opened it -> {
                steps = it.steps().stream()
                        .sorted(Comparator.comparingInt(Step::order))
                        .toList();
                steps.stream().filter(step -> step.done() != null).forEach(step -> done.add(step.code()));
            }
            case ModelEvent.StepCompleted it -> done.add(it.step());
            case ModelEvent.StepReturned it -> done.remove(it.step());
            case ModelEvent.Reported _, ModelEvent.Inspected _, ModelEvent.Reviewed _ -> {}
            case ModelEvent.ConclusionVoided it -> {
                if (it.conclusion().equals(conclusion)) {
                    evaluated = false;
                    total = null;
                    grade = null;
                }
            }
            case ModelEvent.Evaluated it -> {
                evaluated = true;
                conclusion = it.conclusion();
                total = it.total();
                grade = it.grade();
            }
            case ModelEvent.AwardCorrected it ->
                awards.computeIfPresent(
                        it.award(),
                        (id, was) -> new Award(
                                id,
                                it.form(),
                                it.track(),
                                it.category(),
                                it.issuer(),
                                was.on(),
                                it.recipient(),
                                was.revoked()));
            case ModelEvent.Recognized it -> {
                recognitions.put(
                        it.recognition(), new Recognition(it.recognition(), it.level(), on, it.decision(), false));
                if (event.dimensions().name() != null) {
                    names.put(it.recognition(), event.dimensions().name());
                }
            }
            case ModelEvent.RecognitionRefused _ -> refused = true;
            case ModelEvent.RefusalCorrected _ -> {}
            case ModelEvent.RecognitionRevoked it ->
                recognitions.computeIfPresent(
                        it.recognition(),
                        (id, was) -> new Recognition(id, was.level(), was.on(), was.decision(), true));
            case ModelEvent.Granted it ->
                awards.put(
                        it.award(),
                        new Award(
                                it.award(),
                                it.form(),
                                it.track(),
                                it.category(),
                                it.issuer(),
                                on,
                                it.recipient(),
                                false));
            case ModelEvent.AwardRevoked it ->
                awards.computeIfPresent(
                        it.award(),
                        (id, was) -> new Award(
                                id,
                                was.form(),
                                was.track(),
                                was.category(),
                                was.issuer(),
                                was.on(),
                                was.recipient(),
                                true));
            case ModelEvent.HoldPlaced it -> holds.add(it.hold());
            case ModelEvent.HoldReleased it -> holds.remove(it.hold());
            case ModelEvent.ReplicationProposed _,
                    ModelEvent.ReplicationStarted _,
                    ModelEvent.Replicated _,
                    ModelEvent.ReplicationStopped _ -> {} // in cards of their own
        }
    }

    /** What a correction or change says of a field, nothing too; of those that it does not name, what was known. */
    private static @Nullable String said(
            List<String> fields, String field, @Nullable String given, @Nullable String before) {
        return fields.contains(field) ? given : or(given, before);
    }

    private static @Nullable String or(@Nullable String given, @Nullable String before) {
        return given == null ? before : given;
    }

    Summary summary() {
        var about = registered == null ? said : registered;
        if (about == null) {
            throw new IllegalStateException("A history without an event has no summary");
        }
        var movement = about.model() == null;
        return new Summary(
                movement,
                about.code(),
                about.name() == null ? publicName() : about.name(),
                about.programme(),
                about.unit(),
                about.field(),
                about.kind(),
                about.subject(),
                level,
                origin,
                replicaOf,
                place,
                stage(movement),
                step(),
                registeredOn,
                total,
                grade,
                !holds.isEmpty(),
                new ArrayList<>(recognitions.values()),
                new ArrayList<>(awards.values()),
                continues,
                owners,
                forwards(about.field()),
                registeredAsKnown,
                incomplete,
                known);
    }

    private List<Summary.Forwarded> forwards(@Nullable String field) {
        return forwarded.entrySet().stream()
                .map(one -> new Summary.Forwarded(
                        one.getKey().to(), one.getValue(), one.getKey().countsAs(field)))
                .toList();
    }

    /** What a recognition in force calls a person's or household's entry, whose registration does not say. */
    private @Nullable String publicName() {
        return recognitions.values().stream()
                .filter(one -> !one.revoked())
                .map(one -> names.get(one.id()))
                .filter(Objects::nonNull)
                .reduce(null, (_, last) -> last);
    }

    private @Nullable String step() {
        return withdrawn || voided
                ? null
                : steps.stream()
                        .map(Step::code)
                        .filter(code -> !done.contains(code))
                        .findFirst()
                        .orElse(null);
    }

    private Stage stage(boolean movement) {
        if (movement) {
            return awards.values().stream().allMatch(Award::revoked) ? Stage.REVOKED : Stage.AWARDED;
        }
        if (voided) {
            return Stage.VOIDED;
        }
        if (withdrawn) {
            return Stage.WITHDRAWN;
        }
        if (notApproved) {
            return Stage.NOT_APPROVED;
        }
        if (recognitions.values().stream().anyMatch(one -> !one.revoked())) {
            return Stage.RECOGNIZED;
        }
        if (refused) {
            return Stage.REFUSED;
        }
        if (evaluated) {
            return Stage.EVALUATED;
        }
        if (!steps.isEmpty()) {
            return Stage.IN_PROGRESS;
        }
        if (registeredOn != null || !submitted) {
            return Stage.REGISTERED;
        }
        return returned ? Stage.RETURNED : Stage.SUBMITTED;
    }
}
