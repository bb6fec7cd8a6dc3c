package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.store.GuardedWrites;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.NewValues;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.ApproveProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationCommand.SubmitRow;
import vn.dvk.service.IndexInitializer;
import vn.dvk.service.web.SearchText;

/**
 * The texts of forms about people, titles above all: beside the streams, which lose nothing, so that they can be erased
 * with the subject they are about.
 *
 * <p>Written before the event that says where they are. What stands here without such an event, because the service ended
 * between the two or because the command was refused, nobody reads, and it goes with its subject. Forms of collectives
 * have no texts here and cost no read and no write.
 */
@Component
public class PrivateTexts implements IndexInitializer {

    private final MongoCollection<Document> texts;

    PrivateTexts(MongoDatabase database) {
        this.texts = database.getCollection("private_texts");
    }

    /** What a command would leave in a stream, as it is before its texts are taken out. */
    private record Whole(
            String id,
            @Nullable String subject,
            @Nullable Form form,
            @Nullable NewValues values) {

        static Whole of(String registration, Form form) {
            return new Whole(Objects.requireNonNull(form.sealed(registration).texts()), form.subjectId(), form, null);
        }
    }

    /** Keeps what the command would take out of the stream: a write for all of them, or none. */
    public void keep(Map<String, ? extends RegistrationCommand> byRegistration) {
        var writes = new GuardedWrites();
        byRegistration.forEach(
                (id, command) -> wholes(id, command).forEach(whole -> writes.insert(document(id, whole))));
        writes.allThrough(texts);
    }

    private static List<Whole> wholes(String registration, RegistrationCommand command) {
        return switch (command) {
            case Submit(var draft, var _, var _) -> ofPeople(registration, draft.form());
            case SubmitRow(var draft, var _, var _) -> ofPeople(registration, draft.form());
            case Correct correct -> ofPeople(registration, correct.values(), correct.whole(), correct.alone());
            case Change change -> ofPeople(registration, change.values(), change.whole(), change.alone());
            case ApproveProposal approval ->
                approval.values() == null
                        ? List.of()
                        : ofPeople(registration, approval.values(), approval.whole(), false);
            case RegistrationCommand.Select _,
                    RegistrationCommand.Return _,
                    RegistrationCommand.Disapprove _,
                    RegistrationCommand.Accept _,
                    RegistrationCommand.RejectProposal _,
                    RegistrationCommand.Transfer _,
                    RegistrationCommand.Forward _,
                    RegistrationCommand.UndoForward _,
                    RegistrationCommand.MakeVoid _,
                    RegistrationCommand.FollowMergers _,
                    RegistrationCommand.NoteRecognition _,
                    RegistrationCommand.NoteRevocation _,
                    RegistrationCommand.Withdraw _ -> List.of();
        };
    }

    private static List<Whole> ofPeople(String registration, Form form) {
        return form.hasTextsToKeep(registration) ? List.of(Whole.of(registration, form)) : List.of();
    }

    /** @param alone whether it may become a proposal, whose texts are kept too */
    private static List<Whole> ofPeople(String registration, NewValues values, @Nullable Form was, boolean alone) {
        if (was == null) {
            return List.of();
        }
        var right = values.appliedTo(was);
        var wholes = new ArrayList<>(ofPeople(registration, right));
        if (alone && right.concernsPeople()) {
            var proposed = Objects.requireNonNull(values.sealed(registration).texts());
            wholes.add(new Whole(proposed, right.subjectId(), null, values));
        }
        return wholes;
    }

    /** With the texts its stream does not have; the same where it has them, or where they were erased. */
    public Known whole(Known sealed) {
        return whole(List.of(sealed)).getFirst();
    }

    /** The same for many, in one read, or none. */
    public List<Known> whole(List<Known> sealed) {
        var found = find(sealed.stream().flatMap(PrivateTexts::textsOf).toList());
        return found.isEmpty()
                ? sealed
                : sealed.stream()
                        .map(one -> one.whole(found::form, found::values))
                        .toList();
    }

    private static Stream<String> textsOf(Known known) {
        var proposal = known.since().proposal();
        return Stream.concat(
                Stream.ofNullable(known.form().texts()),
                Stream.ofNullable(proposal == null ? null : proposal.values().texts()));
    }

    /** Texts that were asked for, as far as they are still there. */
    public record Found(Map<String, Form> forms, Map<String, NewValues> allValues) {

        boolean isEmpty() {
            return forms.isEmpty() && allValues.isEmpty();
        }

        public Form form(Form sealed) {
            return sealed.texts() != null && forms.get(sealed.texts()) instanceof Form whole
                    ? sealed.withTextsOf(whole)
                    : sealed;
        }

        public NewValues values(NewValues sealed) {
            return sealed.texts() == null ? sealed : allValues.getOrDefault(sealed.texts(), sealed);
        }
    }

    /** In one read, or none. */
    public Found find(Collection<String> ids) {
        var forms = new HashMap<String, Form>();
        var values = new HashMap<String, NewValues>();
        if (!ids.isEmpty()) {
            texts.find(Filters.in("_id", ids)).forEach(document -> {
                var id = document.getString("_id");
                if (document.get("form") instanceof Document form) {
                    forms.put(id, Json.fromDocument(form, Form.class));
                }
                if (document.get("values") instanceof Document some) {
                    values.put(id, Json.fromDocument(some, NewValues.class));
                }
            });
        }
        return new Found(forms, values);
    }

    /** Titles by where they are, in one read, or none. */
    public Map<String, String> titles(Collection<String> ids) {
        var titles = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            texts.find(Filters.in("_id", ids))
                    .projection(Projections.include("form.name"))
                    .forEach(document -> {
                        if (document.get("form", new Document()).get("name") instanceof String title) {
                            titles.put(document.getString("_id"), title);
                        }
                    });
        }
        return titles;
    }

    /** Where the titles are in which it occurs, with or without diacritics. */
    public List<String> withTitle(String part) {
        return texts.find(Filters.regex("search", Pattern.quote(SearchText.fold(part))))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** @param registrations those that are the subject's now: their earlier texts go too */
    public void erase(String subject, Collection<String> registrations) {
        texts.deleteMany(Filters.or(Filters.eq("subject", subject), Filters.in("registration", registrations)));
    }

    @Override
    public void prepare() {
        texts.createIndex(new Document("subject", 1));
        texts.createIndex(new Document("registration", 1));
    }

    private static Document document(String registration, Whole whole) {
        var document = new Document("_id", whole.id()).append("registration", registration);
        if (whole.subject() != null) {
            document.append("subject", whole.subject());
        }
        if (whole.form() != null) {
            document.append("form", Json.toDocument(whole.form()));
            var name = whole.form().name();
            if (name != null) {
                document.append("search", SearchText.fold(name));
            }
        }
        if (whole.values() != null) {
            document.append("values", Json.toDocument(whole.values()));
        }
        return document;
    }
}
