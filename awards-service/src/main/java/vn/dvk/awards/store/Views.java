package vn.dvk.awards.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Rest;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.dossier.Conclusion;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.dossier.Recognition;
import vn.dvk.awards.domain.dossier.Stays;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.submission.Addressee;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionText;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.kit.decide.Precision;

/** Current state, flat: what lists filter by and show. Dates are ISO text, so that comparing text compares days. */
final class Views {

    private Views() {}

    static Map<String, ?> dossier(Dossier state) {
        return switch (state) {
            case Dossier.NotOpened _ -> Map.of();
            case Dossier.Known known -> {
                var of = known.toldDimensions();
                var view = new LinkedHashMap<String, Object>();
                view.put("code", of.code());
                put(view, "name", of.name());
                view.put("programme", of.programme());
                view.put("unit", of.unit());
                led(view, known.stays().led());
                view.put("field", of.field());
                view.put("kind", of.kind().name());
                view.put("subject", of.subject().name());
                put(view, "subjectId", of.subjectId());
                subjects(
                        view,
                        Stream.concat(
                                Stream.ofNullable(of.subjectId()),
                                known.awards().stream().flatMap(one -> subjects(one.recipients()))));
                view.put("state", known.stage().name());
                view.put(
                        "levels",
                        known.recognitions().stream()
                                .filter(Recognition::stands)
                                .map(one -> one.level())
                                .toList());
                view.put(
                        "recognitions",
                        known.recognitions().stream().map(Views::recognition).toList());
                rests(view, known.rests());
                view.put("flagged", known.recognitions().stream().anyMatch(Recognition::needsAttention));
                known.standingAward()
                        .ifPresent(one -> view.put("award", one.commendation().form()));
                view.put(
                        "incomplete",
                        known.awards().stream()
                                .filter(Award::stands)
                                .anyMatch(
                                        one -> !one.commendation().incomplete().isEmpty()));
                view.put("search", SearchText.fold(of.name() == null ? of.code() : of.code() + " " + of.name()));
                yield view;
            }
        };
    }

    /** Which unit led it since when; absent where it was one all the time. */
    private static void led(Map<String, Object> view, List<Stays.Stay> stays) {
        if (stays.size() > 1) {
            view.put(
                    "led",
                    stays.stream()
                            .map(one -> Map.of("from", one.from().toString(), "unit", String.valueOf(one.unit())))
                            .toList());
        }
    }

    private static Stream<String> subjects(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::subject).filter(Objects::nonNull);
    }

    /** Whose titles it may hold; absent where it holds nobody's. */
    private static void subjects(Map<String, Object> view, Stream<String> subjects) {
        var some = subjects.distinct().toList();
        if (!some.isEmpty()) {
            view.put("subjects", some);
        }
    }

    private static Map<String, ?> recognition(Recognition one) {
        var view = new LinkedHashMap<String, Object>();
        view.put("recognition", one.recognition());
        view.put("level", one.level());
        view.put("on", one.on().toString());
        put(view, "decision", one.decision().id());
        put(view, "number", one.decision().number());
        put(view, "date", one.decision().date());
        put(view, "precision", one.decision().precision());
        put(view, "asKnown", one.day().asKnown());
        view.put("incomplete", one.incomplete());
        view.put("issuer", one.decision().issuer());
        if (one.period() instanceof Period(var from, var to)) {
            view.put("period", Map.of("from", from.toString(), "to", to.toString()));
        }
        view.put("stands", one.stands());
        if (one.flagged() instanceof Conclusion.Voiding(var reason, var on)) {
            view.put("flagged", Map.of("reason", reason, "on", on.toString()));
        }
        return view;
    }

    /** Which decisions of the register it names, and what rests on each. */
    private static void rests(Map<String, Object> view, List<Rest> rests) {
        view.put("decisions", rests.stream().map(Rest::decision).distinct().toList());
        view.put(
                "rests",
                rests.stream()
                        .map(one -> Map.of(
                                "decision", one.decision(), "what", one.what().name()))
                        .toList());
    }

    /** As it is kept; null: all of the day is known. */
    static @Nullable Precision precision(@Nullable String kept) {
        return kept == null ? null : Precision.valueOf(kept);
    }

    static Map<String, ?> decision(RegisterEntry state) {
        return switch (state) {
            case RegisterEntry.NotOpened() -> Map.of();
            case RegisterEntry.Known known -> {
                var text = known.text();
                var view = new LinkedHashMap<String, Object>();
                view.put("key", text.registerKey());
                view.put("sort", text.sortKey());
                view.put("year", String.valueOf(text.date().getYear()));
                view.put("folded", DecisionText.folded(text.issuer()));
                put(view, "number", text.number());
                put(view, "date", text.date());
                put(view, "precision", text.precision());
                put(view, "issuer", text.issuer());
                put(view, "unit", text.unit());
                put(view, "signer", text.signer());
                put(view, "capacity", text.capacity());
                view.put("legalBasis", text.legalBasis());
                view.put("answers", text.answers());
                if (text.items() != null) {
                    view.put("items", text.items());
                }
                view.put("incomplete", text.incomplete());
                view.put("corrections", known.corrections());
                if (known.revoked() instanceof Revocation by) {
                    view.put(
                            "revoked",
                            Map.of(
                                    "reason", by.reason(),
                                    "on", by.on().toString(),
                                    "effect", by.effect().name()));
                }
                yield view;
            }
        };
    }

    static Map<String, ?> movementAward(MovementAward state) {
        return switch (state) {
            case MovementAward.NotOpened() -> Map.of();
            case MovementAward.Given given -> {
                var merit = given.merit();
                var view = new LinkedHashMap<String, Object>();
                view.put("id", given.award());
                view.put("programme", merit.programme());
                view.put("recipient", merit.recipients().getFirst().name());
                view.put("unit", merit.unit());
                view.put("subject", merit.subject().name());
                subjects(view, subjects(merit.recipients()));
                view.put("form", merit.form());
                view.put("track", merit.track());
                view.put("on", merit.on().toString());
                view.put("stands", given.revoked() == null);
                view.put("incomplete", merit.incomplete());
                rests(view, given.rests());
                yield view;
            }
        };
    }

    static Map<String, ?> widerHold(WiderHold state) {
        return switch (state) {
            case WiderHold.NotOpened() -> Map.of();
            case WiderHold.Placed(var target, var hold) -> {
                var view = new LinkedHashMap<String, Object>();
                view.put("id", hold.hold());
                view.put("target", target.key());
                view.put("type", target.type().name());
                view.put("of", target.id());
                view.put("kind", hold.kind().name());
                view.put("from", hold.on().toString());
                put(view, "until", hold.released() instanceof Hold.Release by ? by.on() : null);
                view.put("stands", hold.stands());
                yield view;
            }
        };
    }

    static Map<String, ?> submission(Submission state) {
        return switch (state) {
            case Submission.NotOpened() -> Map.of();
            case Submission.Known known -> {
                var view = new LinkedHashMap<String, Object>();
                view.put("id", known.submission());
                view.put("state", known.stage().name());
                put(view, "sentOn", known.sentOn());
                putText(view, known.text());
                view.put("asked", known.text().items().size());
                view.put("answered", known.answers().size());
                // What is asked for at the moment, by which it is found out whether it is asked for twice.
                view.put(
                        "open",
                        known.stage() == Submission.Stage.SENT
                                ? known.open().stream().map(Item::key).toList()
                                : List.of());
                yield view;
            }
        };
    }

    static Map<String, ?> submissionDraft(String id, SubmissionText text) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", id);
        view.put("state", "DRAFT");
        putText(view, text);
        view.put("asked", text.items().size());
        view.put("answered", 0);
        return view;
    }

    private static void putText(Map<String, Object> view, SubmissionText text) {
        put(view, "number", text.number());
        view.put("from", text.from());
        if (text.to() instanceof Addressee(var unit, var name)) {
            put(view, "to", unit);
            put(view, "toName", name);
        }
    }

    static Map<String, ?> replication(Replication state) {
        return switch (state) {
            case Replication.NotOpened() -> Map.of();
            case Replication.Known known -> {
                var confirmation = known.confirmation();
                var stop = known.stop();
                var view = new LinkedHashMap<String, Object>();
                view.put("id", known.replication());
                view.put("model", known.source().model());
                put(view, "unit", known.target().unit());
                put(view, "place", known.target().place());
                view.put("ownModel", known.ownModel());
                view.put("state", known.stage().name());
                put(view, "proposedOn", known.proposal().on());
                put(view, "startedOn", known.startedOn());
                put(view, "replica", known.replica());
                put(view, "confirmedOn", confirmation == null ? null : confirmation.on());
                put(view, "stoppedOn", stop == null ? null : stop.on());
                view.put("spells", known.spells().stream().map(Views::spell).toList());
                yield view;
            }
        };
    }

    private static Map<String, ?> spell(Replication.Spell spell) {
        var view = new LinkedHashMap<String, Object>();
        put(view, "from", spell.from());
        put(view, "confirmedOn", spell.confirmedOn());
        put(view, "until", spell.until());
        return view;
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value.toString());
        }
    }
}
