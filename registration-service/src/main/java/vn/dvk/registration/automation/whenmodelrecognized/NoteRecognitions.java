package vn.dvk.registration.automation.whenmodelrecognized;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRecognition;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRevocation;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.events.consumed.RecognitionDecided;

/**
 * The registration of a model notes by whom it is recognized, because from then on an officer alone only proposes to
 * correct or change it. A model's dossier has the model's id; what awards tells of others finds no registration here.
 */
@Configuration(proxyBeanMethods = false)
class NoteRecognitions {

    @Bean
    EventHandler recognitionEvents(
            Installation here, Streams<RegistrationCommand, Registration, RegistrationEvent> registrations) {
        return new Reactions<>("registration", here.source(ConsumedTypes.AWARDS), registrations, IncomingEvent::subject)
                .opensWith(
                        ConsumedTypes.MODEL_RECOGNIZED,
                        event -> new Next.Command<>(new NoteRecognition(recognition(event))))
                .on(
                        ConsumedTypes.RECOGNITION_REVOKED,
                        event -> new Next.Command<>(new NoteRevocation(recognition(event))))
                .ignoring(ConsumedTypes.ignoredBut(ConsumedTypes.MODEL_RECOGNIZED, ConsumedTypes.RECOGNITION_REVOKED));
    }

    private static String recognition(IncomingEvent event) {
        return event.as(RecognitionDecided.class).recognition();
    }
}
