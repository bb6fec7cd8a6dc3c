package vn.dvk.reporting.running;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.spec.SampleEvent;

/** A model's life as the other services would tell it, event by event, a minute apart. */
public final class Model {

    private final String id;
    private final String programme;
    private final Map<String, String> dimensions = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final List<SampleEvent> events = new ArrayList<>();
    private Instant clock;

    public Model(String programme, Instant first) {
        this(UUID.randomUUID().toString(), programme, first);
    }

    public Model(String id, String programme, Instant first) {
        this.id = id;
        this.programme = programme;
        this.clock = first;
        dimensions.put("unit", "NA-01");
        dimensions.put("field", "KT");
        dimensions.put("kind", "MODEL");
        dimensions.put("subject", "COLLECTIVE");
        dimensions.put("name", "Mô hình " + id.substring(0, 8));
    }

    public String id() {
        return id;
    }

    public List<SampleEvent> events() {
        return List.copyOf(events);
    }

    /** Its events as the intake reads them, for tests without a broker. */
    public List<IncomingEvent> incoming() {
        return events.stream().map(SampleEvent::incoming).toList();
    }

    public Instant now() {
        return clock;
    }

    /** What its events say of it from now on. */
    public Model with(String dimension, String value) {
        dimensions.put(dimension, value);
        return this;
    }

    /** A person's or household's: its title stays with registration. */
    public Model of(String subject) {
        dimensions.put("subject", subject);
        return untitled();
    }

    public Model untitled() {
        dimensions.remove("name");
        return this;
    }

    public Model submitted(String on) {
        return registration("registration-submitted", on, Map.of());
    }

    public Model returned(String on) {
        return registration("registration-returned", on, Map.of());
    }

    public Model registered(String on) {
        return registration("model-registered", on, Map.of("origin", "NEW", "level", "DISTRICT"));
    }

    /** @param goals what {@link #goal} makes */
    public Model registered(String on, List<Map<String, Object>> goals) {
        return registration("model-registered", on, Map.of("goals", goals));
    }

    /** A goal as its form was always meant to say. */
    public Model goalsCorrected(String on, List<Map<String, Object>> goals) {
        return registration("model-corrected", on, Map.of("fields", List.of("goals"), "goals", goals));
    }

    /** Goals from that day on. */
    public Model goalsChanged(String on, List<Map<String, Object>> goals) {
        return registration("model-changed", on, Map.of("fields", List.of("goals"), "goals", goals));
    }

    /** @param baseline null if the form gives none */
    public static Map<String, Object> goal(String id, @Nullable String baseline, String target) {
        var goal = new HashMap<String, Object>();
        goal.put("id", id);
        goal.put("measure", "hộ");
        if (baseline != null) {
            goal.put("baseline", new BigDecimal(baseline));
        }
        goal.put("target", new BigDecimal(target));
        var down = baseline != null && new BigDecimal(baseline).compareTo(new BigDecimal(target)) > 0;
        goal.put("direction", down ? "DOWN" : "UP");
        return goal;
    }

    /** A report on a month, with a value of one goal. */
    public Model reported(String on, String from, String to, String goal, String value) {
        var values = List.of(Map.of("goal", goal, "value", new BigDecimal(value)));
        return add(event("vn.dvk.evaluation.progress-reported.v1", on)
                .with("from", from)
                .with("to", to)
                .with("values", values));
    }

    public Model notApproved(String on) {
        return registration("registration-not-approved", on, Map.of());
    }

    /** What was changed {@code with} a dimension was always so. */
    public Model corrected(String on, String... fields) {
        return registration("model-corrected", on, Map.of("fields", List.of(fields)));
    }

    /** Nothing was ever said in that field. */
    public Model emptied(String on, String field) {
        return add(event("vn.dvk.registration.model-corrected.v1", on)
                .with("fields", List.of(field))
                .without(field));
    }

    /** It was accepted on another day, which is known by its year only. */
    public Model accepted(String on, String day) {
        return registration(
                "model-corrected",
                on,
                Map.of(
                        "fields",
                        List.of("registeredOn"),
                        "accepted",
                        Map.of("on", day, "precision", "YEAR", "incomplete", List.of("on"))));
    }

    /** What was changed {@code with} a dimension is so from that day on. */
    public Model changed(String on, String... fields) {
        return registration("model-changed", on, Map.of("fields", List.of(fields)));
    }

    /** A person has handed it over. */
    public Model transferred(String to, String on) {
        return followed(to, on, "by hand " + on);
    }

    /** Its unit was merged. */
    public Model followed(String to, String on, String merger) {
        var from = String.valueOf(dimensions.put("unit", to));
        return registration("model-transferred", on, Map.of("from", from, "succession", merger));
    }

    /** The merger was annulled. */
    public Model undone(String unit, String on, String merger) {
        var from = String.valueOf(dimensions.put("unit", unit));
        return registration("model-transferred", on, Map.of("from", from, "succession", merger, "undone", true));
    }

    /** In a programme of a later period than the one it goes on from. */
    public Model continuing(String earlier, String on) {
        return registration("model-registered", on, Map.of("origin", "RUNNING", "continues", earlier));
    }

    /** It always went on from that one. */
    public Model chainCorrected(String earlier, String on) {
        return registration("model-corrected", on, Map.of("fields", List.of("continues"), "continues", earlier));
    }

    /** @param fields own field, then what it counts as above, and so on */
    public Model forwarded(String to, String on, String... fields) {
        var mapping = new ArrayList<Map<String, String>>();
        for (var i = 0; i < fields.length; i += 2) {
            mapping.add(Map.of("field", fields[i], "as", fields[i + 1]));
        }
        return registration("model-forwarded", on, Map.of("to", to, "fields", mapping));
    }

    /** It never was forwarded there. */
    public Model forwardUndone(String to, String on) {
        return registration("model-forwarded", on, Map.of("to", to, "undone", true));
    }

    /** It always came from there. */
    public Model originCorrected(String origin, String on) {
        return registration("model-corrected", on, Map.of("fields", List.of("origin"), "origin", origin));
    }

    /** In a historic programme, from papers that do not tell all. */
    public Model registeredRoughly(String on, String precision, String... incomplete) {
        return registration(
                "model-registered",
                on,
                Map.of("origin", "NEW", "precision", precision, "incomplete", List.of(incomplete)));
    }

    /** Registered by its unit together with these. */
    public Model registeredWith(String on, String... partners) {
        return registration("model-registered", on, Map.of("origin", "NEW", "owners", owners(partners)));
    }

    /** These take part from that day on; its own unit leads. */
    public Model partners(String happening, String on, String... partners) {
        return registration(happening, on, Map.of("fields", List.of("owners"), "owners", owners(partners)));
    }

    private List<Map<String, Object>> owners(String... partners) {
        var owners = new ArrayList<Map<String, Object>>();
        owners.add(Map.of("unit", String.valueOf(dimensions.get("unit")), "role", "LEAD"));
        for (var partner : partners) {
            owners.add(Map.of("unit", partner, "role", "CO_OWNER"));
        }
        return owners;
    }

    public Model voided(String on) {
        return registration("model-voided", on, Map.of());
    }

    public Model withdrawn(String on) {
        return registration("model-withdrawn", on, Map.of());
    }

    public Model opened(String on) {
        return add(event("vn.dvk.evaluation.process-opened.v1", on));
    }

    public Model step(String code, int order, String on) {
        return add(event("vn.dvk.evaluation.step-completed.v1", on)
                .with("step", code)
                .with("order", order));
    }

    public Model stepReturned(String code, int order, String on) {
        return add(event("vn.dvk.evaluation.step-returned.v1", on)
                .with("step", code)
                .with("order", order));
    }

    public Model evaluated(String grade, String on) {
        return add(event("vn.dvk.evaluation.model-evaluated.v1", on).with("grade", grade));
    }

    /** @param happening of evaluation, from papers that do not tell all */
    public Model roughly(String happening, String on, Map<String, ?> more, String... incomplete) {
        var event = event("vn.dvk.evaluation." + happening + ".v1", on)
                .with("precision", "YEAR")
                .with("incomplete", List.of(incomplete));
        for (var one : more.entrySet()) {
            event = event.with(one.getKey(), one.getValue());
        }
        return add(event);
    }

    public Model evaluated(String conclusion, String grade, String on) {
        return add(event("vn.dvk.evaluation.model-evaluated.v1", on)
                .with("conclusion", conclusion)
                .with("grade", grade));
    }

    /** Effective for eighteen months, if it says so. */
    public Model reviewed(int year, String outcome, String on) {
        var works = Set.of("MAINTAINED", "STRENGTHENED").contains(outcome);
        return reviewed(
                year, outcome, on, works ? LocalDate.parse(on).plusMonths(18).toString() : null);
    }

    public Model reviewed(int year, String outcome, String on, @Nullable String effectiveUntil) {
        var said = event("vn.dvk.evaluation.model-reviewed.v1", on)
                .without("effectiveUntil")
                .with("review", id + "/" + year)
                .with("period", year)
                .with("outcome", outcome);
        return add(effectiveUntil == null ? said : said.with("effectiveUntil", effectiveUntil));
    }

    /** The council concludes, and says how far a goal has come. */
    public Model found(String conclusion, String on, String goal, String value) {
        return add(event("vn.dvk.evaluation.model-evaluated.v1", on)
                .with("conclusion", conclusion)
                .with("values", List.of(Map.of("goal", goal, "value", new BigDecimal(value)))));
    }

    public Model conclusionVoided(String conclusion, String on) {
        return add(event("vn.dvk.evaluation.conclusion-voided.v1", on).with("conclusion", conclusion));
    }

    public Model recognized(String recognition, String level, String on) {
        return add(event("vn.dvk.awards.model-recognized.v1", on)
                .with("recognition", recognition)
                .with("level", level));
    }

    public Model recognitionRevoked(String recognition, String on) {
        return add(event("vn.dvk.awards.recognition-revoked.v1", on)
                .with("recognition", recognition)
                .with("effect", "ENDED"));
    }

    public Model refused(String refusal, String level, String on) {
        return add(event("vn.dvk.awards.recognition-refused.v1", on)
                .with("refusal", refusal)
                .with("level", level));
    }

    public Model refusalCorrected(String refusal, String level, String refusedOn, String on) {
        return add(event("vn.dvk.awards.refusal-corrected.v1", on)
                .with("refusal", refusal)
                .with("level", level)
                .with("refusedOn", refusedOn));
    }

    public Model awarded(String award, String form, String on) {
        return add(
                event("vn.dvk.awards.award-granted.v1", on).with("award", award).with("form", form));
    }

    /** For the model, in a track. */
    public Model awardedIn(String track, String award, String on) {
        return add(event("vn.dvk.awards.award-granted.v1", on)
                .with("award", award)
                .with("category", "MODEL")
                .with("track", track));
    }

    public Model awardLacking(String award, String on, String... lacks) {
        return add(
                event("vn.dvk.awards.award-granted.v1", on).with("award", award).with("incomplete", List.of(lacks)));
    }

    /** It is no model at all, but an award for leading the movement. */
    public Model forTheMovement(String on, String... lacks) {
        return add(event("vn.dvk.awards.award-granted.v1", on)
                .without("model")
                .without("code")
                .without("name")
                .without("field")
                .without("kind")
                .with("award", id)
                .with("category", "MOVEMENT")
                .with("incomplete", List.of(lacks)));
    }

    public Model awardRevoked(String award, String on) {
        return awardRevoked(award, "ENDED", on);
    }

    /** @param effect ENDED or ANNULLED */
    public Model awardRevoked(String award, String effect, String on) {
        return add(
                event("vn.dvk.awards.award-revoked.v1", on).with("award", award).with("effect", effect));
    }

    public Model awardCorrected(String award, String form, String on) {
        return add(event("vn.dvk.awards.award-corrected.v1", on)
                .with("award", award)
                .with("form", form));
    }

    /** By a decision of the register. */
    public Model recognizedBy(String decision, String number, String issuer, String recognition, String on) {
        return add(event("vn.dvk.awards.model-recognized.v1", on)
                .with("recognition", recognition)
                .with("level", "DISTRICT")
                .with("decision", Map.of("id", decision, "number", number, "date", on, "issuer", issuer)));
    }

    /** A decision is told: at first as issued, afterwards as corrected. */
    public Model decision(String decision, String number, String issuer, String on) {
        var isFirst = !positions.containsKey("/dvk/local/awards" + decision);
        return add(SampleEvent.full("vn.dvk.awards.decision-" + (isFirst ? "issued" : "corrected") + ".v1")
                .about(decision)
                .with("decision", decision)
                .with("number", number)
                .with("issuer", issuer)
                .with("on", on));
    }

    public Model held(String hold, String on) {
        return add(event("vn.dvk.awards.hold-placed.v1", on).with("hold", hold));
    }

    /**
     * @param happening {@code replication-proposed} and so on
     * @param target    null for a place in words
     */
    public Model replication(String happening, String replication, @Nullable String target, String on) {
        var event = event("vn.dvk.awards." + happening + ".v1", on).subject(replication);
        var there = event.body().putObject("target").put("place", "Chợ phiên");
        if (target != null) {
            there.removeAll().put("unit", target);
        }
        return add(event.with("replication", replication).with("target", there));
    }

    private Model registration(String happening, String on, Map<String, ?> more) {
        var event = event("vn.dvk.registration." + happening + ".v1", on);
        for (var one : more.entrySet()) {
            event = event.with(one.getKey(), one.getValue());
        }
        return add(event);
    }

    private SampleEvent event(String type, String on) {
        var event = SampleEvent.full(type)
                .about(id)
                .without("continues")
                .without("owners")
                .without("accepted")
                .without("precision")
                .without("incomplete")
                .with("code", programme + "-" + id.substring(0, 6))
                .with("programme", programme)
                .with("on", on);
        for (var dimension : dimensions.entrySet()) {
            event = event.with(dimension.getKey(), dimension.getValue());
        }
        return dimensions.containsKey("name") ? event : event.without("name");
    }

    private Model add(SampleEvent event) {
        var position = positions.merge(event.source() + event.subject(), 1L, Long::sum);
        events.add(event.at(position).recordedAt(clock));
        clock = clock.plus(Duration.ofMinutes(1));
        return this;
    }
}
