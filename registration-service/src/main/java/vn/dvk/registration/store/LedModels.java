package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.Registration.Stage;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.service.IndexInitializer;

/** Which models a reorganization is about. */
@Component
public class LedModels implements IndexInitializer {

    /** As many as a refusal names. */
    private static final int NAMED = 5;

    private final MongoCollection<Document> registrations;

    LedModels(Streams<RegistrationCommand, Registration, RegistrationEvent> registrations) {
        this.registrations = registrations.documents();
    }

    /** Of what was never reorganized there is nothing in the second. */
    @Override
    public void prepare() {
        registrations.createIndex(new Document("view.led.unit", 1), new IndexOptions().sparse(true));
        registrations.createIndex(new Document("view.mergers", 1), new IndexOptions().sparse(true));
    }

    /** Codes of models that a unit took up after the succession would have ended it, by registering them or by a transfer. */
    public List<String> takenUpAfterTheEnd(Succession succession) {
        var ended = succession.units().stream().filter(succession::ends).toList();
        if (ended.isEmpty()) {
            return List.of();
        }
        return registrations
                .find(takenUp(ended, succession.effective()))
                .projection(Projections.include("view.code"))
                .limit(NAMED)
                .map(document -> document.get("view", Document.class).getString("code"))
                .into(new ArrayList<>());
    }

    /** The acts of one day, each with what is in its way; one read, unless there is something. */
    public List<Reorganize> checked(List<Succession> acts) {
        var ended = acts.stream()
                .flatMap(act -> act.units().stream().filter(act::ends))
                .toList();
        var nothing = ended.isEmpty()
                || registrations
                                .find(takenUp(ended, acts.getFirst().effective()))
                                .projection(Projections.include("_id"))
                                .first()
                        == null;
        return acts.stream()
                .map(act -> new Reorganize(act, nothing ? List.of() : takenUpAfterTheEnd(act)))
                .toList();
    }

    private static Bson takenUp(List<String> ended, LocalDate effective) {
        return Filters.and(
                Filters.elemMatch(
                        "view.led", Filters.and(Filters.in("unit", ended), Filters.gte("from", effective.toString()))),
                Filters.ne("view.state", Stage.VOIDED.name()));
    }

    /** Ids of models whose unit has become part of another one, or only seemed to. */
    public List<String> concernedBy(Mergers mergers) {
        var conditions = new ArrayList<Bson>();
        if (!mergers.byUnit().isEmpty()) {
            conditions.add(ledBy(mergers.byUnit().keySet()));
        }
        if (!mergers.annulled().isEmpty()) {
            conditions.add(Filters.in("view.mergers", mergers.annulled()));
        }
        return conditions.isEmpty() ? List.of() : ids(Filters.or(conditions));
    }

    private static Bson ledBy(Collection<String> units) {
        return Filters.and(
                Filters.in("view.led.unit", units),
                Filters.in("view.unit", units),
                Filters.eq("view.state", Stage.REGISTERED.name()));
    }

    private List<String> ids(Bson condition) {
        return registrations
                .find(condition)
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
