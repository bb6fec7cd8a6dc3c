package vn.dvk.awards.automation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.awards.automation.whenconclusionvoided.FlagWhatRestsOnIt;
import vn.dvk.awards.automation.whendirectorystates.CopyTheDirectory;
import vn.dvk.awards.automation.whenmodelamended.AmendDossier;
import vn.dvk.awards.automation.whenmodelevaluated.NoteConclusion;
import vn.dvk.awards.automation.whenmodelregistered.NoteReplica;
import vn.dvk.awards.automation.whenmodelregistered.OpenDossier;
import vn.dvk.awards.automation.whenmodelwithdrawn.CloseDossier;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.Words;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.stream.Streams;

/** Which event of which source leads to what here. */
@Configuration(proxyBeanMethods = false)
class EventHandlers {

    private static final String SERVICE = "awards";

    @Bean
    EventHandler directoryEvents(Installation here, Directory directory, Words words) {
        return new Projection(here.source(ConsumedTypes.DIRECTORY), directory::collection, EventHandlers::described)
                .latestWinning()
                .on(ConsumedTypes.UNIT, CopyTheDirectory::unit)
                .on(ConsumedTypes.PROGRAMME, CopyTheDirectory::programme)
                .on(ConsumedTypes.TERM, (document, event) -> CopyTheDirectory.term(document, event, words))
                .ignoring(ConsumedTypes.ASSIGNMENT);
    }

    /** Who holds which role is of no use here, and costs no document. */
    private static @Nullable String described(IncomingEvent event) {
        return event.type().equals(ConsumedTypes.ASSIGNMENT) ? null : event.subject();
    }

    /** Only the registration opens a dossier: of a draft that is withdrawn before, nobody is told. */
    @Bean
    EventHandler registrationEvents(Installation here, Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        return new Reactions<>(SERVICE, here.source(ConsumedTypes.REGISTRATION), dossiers, IncomingEvent::subject)
                .opensWith(ConsumedTypes.MODEL_REGISTERED, OpenDossier::on)
                .on(ConsumedTypes.MODEL_CORRECTED, AmendDossier::on)
                .on(ConsumedTypes.MODEL_CHANGED, AmendDossier::on)
                .on(ConsumedTypes.MODEL_TRANSFERRED, AmendDossier::on)
                .on(ConsumedTypes.MODEL_VOIDED, CloseDossier::on)
                .on(ConsumedTypes.MODEL_WITHDRAWN, CloseDossier::on)
                .ignoring(
                        ConsumedTypes.REGISTRATION_SUBMITTED,
                        ConsumedTypes.REGISTRATION_RETURNED,
                        ConsumedTypes.MODEL_FORWARDED,
                        ConsumedTypes.REGISTRATION_NOT_APPROVED);
    }

    @Bean
    EventHandler replicaEvents(
            Installation here, Streams<ReplicationCommand, Replication, ReplicationEvent> replications) {
        return new Reactions<>(
                        SERVICE, here.source(ConsumedTypes.REGISTRATION), replications, NoteReplica::replicationOf)
                .opensWith(ConsumedTypes.MODEL_REGISTERED, NoteReplica::on)
                .ignoring(
                        ConsumedTypes.REGISTRATION_SUBMITTED,
                        ConsumedTypes.REGISTRATION_RETURNED,
                        ConsumedTypes.MODEL_FORWARDED,
                        ConsumedTypes.REGISTRATION_NOT_APPROVED,
                        ConsumedTypes.MODEL_CORRECTED,
                        ConsumedTypes.MODEL_CHANGED,
                        ConsumedTypes.MODEL_TRANSFERRED,
                        ConsumedTypes.MODEL_VOIDED,
                        ConsumedTypes.MODEL_WITHDRAWN);
    }

    @Bean
    EventHandler evaluationEvents(Installation here, Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        return new Reactions<>(SERVICE, here.source(ConsumedTypes.EVALUATION), dossiers, IncomingEvent::subject)
                .opensWith(ConsumedTypes.MODEL_EVALUATED, NoteConclusion::on)
                .on(ConsumedTypes.CONCLUSION_VOIDED, FlagWhatRestsOnIt::on)
                .ignoring(
                        ConsumedTypes.PROCESS_OPENED,
                        ConsumedTypes.STEP_COMPLETED,
                        ConsumedTypes.STEP_RETURNED,
                        ConsumedTypes.PROGRESS_REPORTED,
                        ConsumedTypes.MODEL_INSPECTED,
                        ConsumedTypes.MODEL_REVIEWED);
    }
}
