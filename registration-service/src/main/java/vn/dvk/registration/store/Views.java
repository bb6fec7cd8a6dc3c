package vn.dvk.registration.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.service.web.SearchText;

/** Current state, flat: what lists filter by and show. Dates are ISO text, so that comparing text compares days. */
final class Views {

    private Views() {}

    static Map<String, ?> unit(Unit state) {
        return switch (state) {
            case Unit.Unknown() -> Map.of();
            case Unit.Known unit -> {
                var view = new LinkedHashMap<String, Object>();
                view.put("code", unit.code());
                view.put("name", unit.names().getLast().value());
                view.put("kind", unit.profile().kind().name());
                if (!unit.parents().isEmpty()) {
                    view.put("parent", unit.parents().getLast().value());
                }
                put(view, "validFrom", unit.profile().validFrom());
                put(view, "validTo", unit.lastDay());
                view.put(
                        "search",
                        SearchText.fold(
                                unit.code() + " " + unit.names().getLast().value()));
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
                put(view, "submittedOn", known.gates().submittedOn());
                put(view, "registeredOn", known.gates().registeredOn());
                var proposal = known.since().proposal();
                put(view, "proposal", proposal == null ? null : proposal.kind());
                put(view, "recognized", known.since().isRecognized() ? true : null);
                view.put(
                        "search",
                        SearchText.fold(form.name() == null ? known.code() : known.code() + " " + form.name()));
                yield view;
            }
        };
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value.toString());
        }
    }
}
