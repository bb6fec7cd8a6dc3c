package vn.dvk.registration.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Owner;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.registration.Related;

/**
 * Looks up the other entries and the co-owners that forms name. A form that names none costs nothing; a chain costs a
 * look per link.
 */
@Component
public class RelatedLookup {

    /** A chain has one entry per period; longer ones are none. */
    private static final int LONGEST_CHAIN = 100;

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final ConditionsLookup conditions;

    RelatedLookup(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations, ConditionsLookup conditions) {
        this.registrations = registrations;
        this.conditions = conditions;
    }

    /** What forms of one request name. */
    @FunctionalInterface
    public interface OfForms {
        Related of(Form form, LocalDate on);
    }

    public OfForms find(Collection<Form> forms) {
        var named = forms.stream()
                .flatMap(form -> Stream.of(form.continues(), form.replicaOf()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var units = forms.stream().flatMap(form -> coOwners(form).stream()).collect(Collectors.toSet());
        if (named.isEmpty() && units.isEmpty()) {
            return (_, _) -> Related.NONE;
        }
        var found = new HashMap<String, Document>();
        look(named, found);
        return (form, on) -> new Related(entries(form, found), above(form, found), alive(form, units, on));
    }

    private static Set<String> coOwners(Form form) {
        return form.owners().stream()
                .filter(owner -> owner.role() == Owner.Role.CO_OWNER)
                .map(Owner::unit)
                .collect(Collectors.toSet());
    }

    private Set<String> alive(Form form, Set<String> all, LocalDate on) {
        return all.isEmpty() ? Set.of() : conditions.alive(coOwners(form), on);
    }

    private void look(Collection<String> ids, Map<String, Document> found) {
        if (!ids.isEmpty()) {
            registrations
                    .documents()
                    .find(Filters.in("_id", ids))
                    .projection(Projections.include(
                            "view.code", "view.state", "view.programme", "view.registeredOn", "view.continues"))
                    .forEach(document -> found.put(document.getString("_id"), document.get("view", new Document())));
        }
    }

    private static Map<String, Related.Entry> entries(Form form, Map<String, Document> found) {
        var entries = new HashMap<String, Related.Entry>();
        for (var id : Stream.of(form.continues(), form.replicaOf())
                .filter(Objects::nonNull)
                .toList()) {
            var view = found.get(id);
            if (view != null && view.getString("code") != null) {
                var on = view.getString("registeredOn");
                entries.put(
                        id,
                        new Related.Entry(
                                view.getString("code"),
                                view.getString("programme"),
                                on == null ? null : LocalDate.parse(on),
                                Registration.Stage.VOIDED.name().equals(view.getString("state"))));
            }
        }
        return entries;
    }

    private List<String> above(Form form, Map<String, Document> found) {
        var above = new ArrayList<String>();
        var seen = new HashSet<String>();
        var next = continued(form.continues(), found);
        while (next != null && seen.add(next) && above.size() < LONGEST_CHAIN) {
            above.add(next);
            if (!found.containsKey(next)) {
                look(Set.of(next), found);
            }
            next = continued(next, found);
        }
        return above;
    }

    private static @Nullable String continued(@Nullable String id, Map<String, Document> found) {
        var view = id == null ? null : found.get(id);
        return view == null ? null : view.getString("continues");
    }
}
