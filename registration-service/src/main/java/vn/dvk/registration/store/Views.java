package vn.dvk.registration.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.service.web.SearchText;

/** Current state, flat: what lists filter by and show. Dates are ISO text, so that comparing text compares days. */
final class Views {

    private Views() {}

    static Map<String, ?> term(Term state) {
        return switch (state) {
            case Term.Unknown() -> Map.of();
            case Term.Known(var vocabulary, var code, var it, var byHand, var _, var shippedTerms) -> {
                var view = new LinkedHashMap<String, Object>();
                view.put("vocabulary", vocabulary);
                view.put("code", code);
                view.put("vi", it.vi());
                put(view, "en", it.en());
                view.put("rank", it.rank());
                put(view, "track", it.track());
                put(view, "from", it.from());
                put(view, "to", it.to());
                put(view, "province", it.province());
                view.put("byHand", byHand);
                view.put("shippedTerms", shippedTerms);
                view.put("search", SearchText.fold(code + " " + it.vi() + " " + it.en()));
                yield view;
            }
        };
    }

    static Map<String, ?> programme(Programme state) {
        return switch (state) {
            case Programme.Unknown() -> Map.of();
            case Programme.Running(var code, var settings, var _, var closedOn, var _) -> {
                var view = new LinkedHashMap<String, Object>();
                view.put("code", code);
                view.put("name", settings.name());
                view.put("host", settings.host());
                put(view, "from", settings.from());
                put(view, "to", settings.to());
                put(view, "cutOff", settings.cutOff());
                put(view, "closedOn", closedOn);
                put(view, "parent", settings.parent());
                put(view, "historicUntil", settings.historic() ? settings.cutOff() : null);
                yield view;
            }
        };
    }

    static Map<String, ?> registration(Registration state) {
        return switch (state) {
            case Registration.Unknown() -> Map.of();
            case Registration.Known known -> {
                var form = known.form();
                var view = new LinkedHashMap<String, Object>();
                view.put("code", known.code());
                view.put("state", known.stage().name());
                view.put("programme", form.programme());
                view.put("unit", form.unit());
                put(view, "name", form.name());
                put(view, "field", form.field());
                put(view, "kind", form.kind());
                put(view, "subject", form.subject());
                put(view, "subjectId", form.subjectId());
                put(view, "texts", form.texts());
                put(view, "level", form.level());
                put(view, "continues", form.continues());
                put(view, "submittedOn", known.gates().submittedOn());
                put(view, "registeredOn", known.gates().registeredOn());
                var proposal = known.since().proposal();
                put(view, "proposal", proposal == null ? null : proposal.kind());
                put(view, "recognized", known.since().isRecognized() ? true : null);
                var led = led(known);
                if (!led.isEmpty()) {
                    view.put("led", led);
                }
                var mergers = known.since().transfers().stream()
                        .map(Transferred::succession)
                        .filter(Objects::nonNull)
                        .toList();
                if (!mergers.isEmpty()) {
                    view.put("mergers", mergers);
                }
                view.put(
                        "search",
                        SearchText.fold(form.name() == null ? known.code() : known.code() + " " + form.name()));
                yield view;
            }
        };
    }

    /** Which units have led it, and from when; nothing before it is registered. */
    private static List<Map<String, String>> led(Registration.Known known) {
        var registeredOn = known.gates().registeredOn();
        if (registeredOn == null) {
            return List.of();
        }
        var transfers = known.since().transfers();
        var led = new ArrayList<Map<String, String>>();
        led.add(Map.of(
                "unit",
                transfers.isEmpty() ? known.form().unit() : transfers.getFirst().from(),
                "from",
                registeredOn.toString()));
        // What came by a merger was taken up by the unit before, whenever that was.
        transfers.forEach(one -> led.add(
                one.succession() == null
                        ? Map.of("unit", one.to(), "from", one.on().toString())
                        : Map.of("unit", one.to())));
        return led;
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value.toString());
        }
    }
}
