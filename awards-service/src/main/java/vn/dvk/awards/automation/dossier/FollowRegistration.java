package vn.dvk.awards.automation.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Kind;
import vn.dvk.awards.domain.Level;
import vn.dvk.awards.domain.Person;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.Amend;
import vn.dvk.awards.domain.dossier.DossierCommand.Open;
import vn.dvk.awards.domain.dossier.DossierCommand.Withdraw;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Entry;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;

/** Whenever a model is registered, its dossier is opened; amendments and the withdrawal follow. */
public final class FollowRegistration {

    public static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    public static final String RETURNED = "vn.dvk.registration.registration-returned.v1";
    public static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    public static final String AMENDED = "vn.dvk.registration.model-amended.v1";
    public static final String WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";

    private FollowRegistration() {}

    /** Our reading of a registered, amended or withdrawn model; a withdrawal says only the dimensions. */
    public record Registration(
            String model,
            String code,
            String name,
            String programme,
            String unit,
            String field,
            Kind kind,
            Subject subject,
            LocalDate on,
            @Nullable Level level,
            @Nullable String place,
            @Nullable Person person) {

        Entry entry() {
            return new Entry(
                    new Dimensions(model, code, name, programme, unit, field, kind, subject), level, place, person);
        }
    }

    /** A draft may be withdrawn before it was ever accepted: then the withdrawal is all there is to know. */
    public static EventHandler with(Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        return new Reactions<>("awards", "/dvk/registration", dossiers, IncomingEvent::subject)
                .opensWith(REGISTERED, event -> {
                    var registration = event.as(Registration.class);
                    return new Next.Command<>(new Open(registration.entry(), registration.on()));
                })
                .on(AMENDED, event -> {
                    var registration = event.as(Registration.class);
                    return new Next.Command<>(new Amend(registration.entry(), registration.on()));
                })
                .opensWith(WITHDRAWN, event -> {
                    var registration = event.as(Registration.class);
                    return new Next.Command<>(new Withdraw(registration.entry(), registration.on()));
                })
                .ignoring(SUBMITTED, RETURNED);
    }
}
