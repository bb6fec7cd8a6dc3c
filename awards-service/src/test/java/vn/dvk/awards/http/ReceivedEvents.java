package vn.dvk.awards.http;

import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** What other services have told, made from their released samples. */
final class ReceivedEvents {

    static final String PROGRAMME = "KB-2015-2020";

    private static final AtomicInteger MODELS = new AtomicInteger();

    private ReceivedEvents() {}

    static SampleEvent unit(String code, String name, String kind, @Nullable String parent, @Nullable String validTo) {
        return SampleEvent.minimal(ConsumedTypes.UNIT)
                .subject("unit:" + code)
                .with("code", code)
                .with("kind", kind)
                .with("validFrom", null)
                .with("validTo", validTo)
                .with("names", List.of(always("name", name)))
                .with("parents", parent == null ? List.of() : List.of(always("unit", parent)))
                .with("successions", List.of());
    }

    /** The terms these tests use: a few of each vocabulary. */
    static List<SampleEvent> terms() {
        return List.of(
                term("level", "GRASSROOTS", 10, null),
                term("level", "DISTRICT", 20, "2025-06-30"),
                term("level", "BLOC", 30, "2025-02-28"),
                term("level", "PROVINCE", 40, null),
                term("level", "CENTRAL", 50, null),
                term("award-form", "GIAY_KHEN", 10, null),
                term("award-form", "BANG_KHEN", 20, null),
                term("award-form", "BIEU_DUONG", 30, null),
                term("award-form", "GIAY_CHUNG_NHAN", 40, null),
                term("award-form", "CO_THI_DUA", 50, null),
                term("evidence-kind", "DECISION", 10, null),
                term("track", "PARTY", 10, null),
                term("track", "STATE", 20, null),
                term("unit-kind", "PROVINCE", 10, null),
                term("unit-kind", "COMMUNE", 20, null));
    }

    /** @param to its last day; null: still in force */
    static SampleEvent term(String vocabulary, String code, int rank, @Nullable String to) {
        return SampleEvent.minimal(ConsumedTypes.TERM)
                .subject("term:" + vocabulary + ":" + code)
                .with("vocabulary", vocabulary)
                .with("code", code)
                .with("rank", rank)
                .with("to", to)
                .with("shippedTerms", 1);
    }

    private static Map<String, @Nullable Object> always(String field, String value) {
        var dated = new HashMap<String, @Nullable Object>();
        dated.put(field, value);
        dated.put("from", null);
        dated.put("to", null);
        return Collections.unmodifiableMap(dated);
    }

    static SampleEvent programme(String requires, List<String> levels) {
        return SampleEvent.minimal(ConsumedTypes.PROGRAMME)
                .subject("programme:" + PROGRAMME)
                .with("code", PROGRAMME)
                .with("recognitionRequires", requires)
                .with("levels", levels);
    }

    /** A new model, registered and evaluated as good, whose dossier says so. */
    static String evaluatedModel() {
        var model = registeredModel();
        Topic.publish(evaluated(model));
        await().until(() -> KimBang.SERVICE
                .as("VIEWER")
                .get("/api/v1/models/" + model)
                .json()
                .has("evaluated"));
        return model;
    }

    /** A new model, submitted and registered, whose dossier is here. */
    static String registeredModel() {
        var model = UUID.randomUUID().toString();
        Topic.publish(List.of(submitted(model), registered(model, 2)));
        awaitDossier(model);
        return model;
    }

    /** A new model, registered with these fields, whose dossier is here. */
    static String registered(Map<String, Object> fields) {
        var model = UUID.randomUUID().toString();
        var event = registered(model, 1);
        for (var field : fields.entrySet()) {
            event = event.with(field.getKey(), field.getValue());
        }
        if (!"COLLECTIVE".equals(fields.getOrDefault("subject", "COLLECTIVE"))) {
            // The title of what is about people stays with registration.
            event = event.without("name").without("place");
        }
        Topic.publish(event);
        awaitDossier(model);
        return model;
    }

    static void awaitDossier(String model) {
        // Started before the waiting, which is for the dossier: on a busy machine a start takes a minute.
        var service = KimBang.SERVICE;
        await().until(() -> service.as("VIEWER").get("/api/v1/models/" + model).status() == 200);
    }

    static SampleEvent evaluated(String model) {
        return of(ConsumedTypes.MODEL_EVALUATED, model)
                .at(7)
                .with("on", "2020-10-20")
                .with("passed", true)
                .with("grade", "GOOD")
                .with("conclusion", "c-" + model);
    }

    static SampleEvent voided(String model) {
        return of(ConsumedTypes.CONCLUSION_VOIDED, model)
                .at(8)
                .with("on", "2020-12-01")
                .with("conclusion", "c-" + model)
                .with("reason", "Nhầm phiếu chấm");
    }

    static SampleEvent submitted(String model) {
        return of(ConsumedTypes.REGISTRATION_SUBMITTED, model);
    }

    static SampleEvent registered(String model, long position) {
        return of(ConsumedTypes.MODEL_REGISTERED, model).at(position);
    }

    static SampleEvent amended(String model, long position) {
        return of(ConsumedTypes.MODEL_CORRECTED, model).at(position);
    }

    static SampleEvent amended(String type, String model, long position) {
        return of(type, model).at(position);
    }

    static SampleEvent withdrawn(String model, long position) {
        return of(ConsumedTypes.MODEL_WITHDRAWN, model).at(position);
    }

    private static SampleEvent of(String type, String model) {
        return SampleEvent.minimal(type)
                .about(model)
                .with("on", "2016-02-01")
                .with("code", "KB-2015-2020/%04d".formatted(MODELS.incrementAndGet()))
                .with("programme", PROGRAMME)
                .with("unit", "HNA-KB");
    }
}
