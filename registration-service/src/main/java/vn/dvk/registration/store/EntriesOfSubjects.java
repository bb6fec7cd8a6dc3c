package vn.dvk.registration.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.service.IndexInitializer;

/** Which registrations are whose. */
@Component
public class EntriesOfSubjects implements IndexInitializer {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Drafts drafts;

    EntriesOfSubjects(Streams<RegistrationCommand, Registration, RegistrationEvent> registrations, Drafts drafts) {
        this.registrations = registrations;
        this.drafts = drafts;
    }

    /** Those that have been submitted, with {@code view}, in the order of their codes. */
    public List<Document> of(String subject) {
        return registrations
                .documents()
                .find(Filters.eq("view.subjectId", subject))
                .projection(Projections.include("view"))
                .sort(new Document("view.code", 1))
                .into(new ArrayList<>());
    }

    /** Whether a registration other than this one names the subject, be it a draft. */
    public boolean anotherNames(String subject, String registration) {
        return drafts.anotherNames(subject, registration)
                || of(subject).stream().anyMatch(one -> !registration.equals(one.getString("_id")));
    }

    /** Only those of people have the field, so that the others are no larger for it. */
    @Override
    public void prepare() {
        registrations.documents().createIndex(new Document("view.subjectId", 1), new IndexOptions().sparse(true));
    }
}
