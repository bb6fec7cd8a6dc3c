package vn.dvk.awards.automation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.awards.automation.directory.CopyTheDirectory;
import vn.dvk.awards.automation.dossier.FollowRegistration;
import vn.dvk.awards.automation.dossier.NoteEvaluation;
import vn.dvk.awards.automation.replica.NoteReplica;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.store.Directory;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.IndexInitializer;

/** One handler per source this service listens to. */
@Configuration(proxyBeanMethods = false)
class Listening {

    @Bean
    EventHandler directoryEvents(Directory directory) {
        return CopyTheDirectory.into(directory);
    }

    @Bean
    IndexInitializer directoryIsPrepared(Directory directory) {
        return () -> Projection.prepare(directory.collection());
    }

    /** The dossier first: it must be open before anyone looks at the replica. */
    @Bean
    EventHandler registrationEvents(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications) {
        return new InTurn(FollowRegistration.with(dossiers), NoteReplica.on(replications));
    }

    @Bean
    EventHandler evaluationEvents(Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        return NoteEvaluation.in(dossiers);
    }
}
