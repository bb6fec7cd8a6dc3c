package vn.dvk.awards.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterDecider;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierDecider;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardDecider;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationDecider;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionDecider;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand;
import vn.dvk.awards.domain.widerhold.WiderHoldDecider;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.awards.events.StoredTypes;
import vn.dvk.awards.events.published.DossierPublisher;
import vn.dvk.awards.events.published.MovementAwardPublisher;
import vn.dvk.awards.events.published.RegisterPublisher;
import vn.dvk.awards.events.published.ReplicationPublisher;
import vn.dvk.awards.events.published.SubmissionPublisher;
import vn.dvk.awards.events.published.WiderHoldPublisher;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.StreamKind.AtMostOne;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.IndexInitializer;

/** The six kinds of stream of this service. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final String TOPIC = "dvk.awards.v1";

    @Bean
    Streams<DossierCommand, Dossier, DossierEvent> dossiers(Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "dossiers",
                        here.source("awards"),
                        TOPIC,
                        "",
                        new DossierDecider(),
                        StoredTypes.DOSSIER,
                        Views::dossier,
                        AtMostOne.of(DossierPublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "decisions",
                        here.source("awards"),
                        TOPIC,
                        "",
                        new RegisterDecider(),
                        StoredTypes.REGISTER,
                        Views::decision,
                        AtMostOne.of(RegisterPublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> movementAwards(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "movement_awards",
                        here.source("awards"),
                        TOPIC,
                        "",
                        new MovementAwardDecider(),
                        StoredTypes.MOVEMENT,
                        Views::movementAward,
                        AtMostOne.of(MovementAwardPublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holdsOnUnitsAndSubjects(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "wider_holds",
                        here.source("awards"),
                        TOPIC,
                        "",
                        new WiderHoldDecider(),
                        StoredTypes.WIDER_HOLD,
                        Views::widerHold,
                        AtMostOne.of(WiderHoldPublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<ReplicationCommand, Replication, ReplicationEvent> replications(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "replications",
                        here.source("awards"),
                        TOPIC,
                        "",
                        new ReplicationDecider(),
                        StoredTypes.REPLICATION,
                        Views::replication,
                        AtMostOne.of(ReplicationPublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<SubmissionCommand, Submission, SubmissionEvent> submissions(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "submissions",
                        here.source("awards"),
                        TOPIC,
                        "",
                        new SubmissionDecider(),
                        StoredTypes.SUBMISSION,
                        Views::submission,
                        AtMostOne.of(SubmissionPublisher::publish)),
                database,
                relay);
    }

    /** For lists. */
    @Bean
    IndexInitializer indexes(MongoDatabase database) {
        return () -> {
            database.getCollection("dossiers").createIndex(new Document("view.programme", 1).append("view.code", 1));
            database.getCollection("movement_awards").createIndex(new Document("view.programme", 1));
            database.getCollection("replications").createIndex(new Document("view.model", 1));
            database.getCollection("decisions").createIndex(new Document("view.key", 1));
            database.getCollection("wider_holds").createIndex(new Document("view.target", 1));
            database.getCollection("wider_holds").createIndex(new Document("view.stands", 1));
            database.getCollection("decisions").createIndex(new Document("view.sort", 1));
            database.getCollection("decisions").createIndex(new Document("view.answers", 1));
            database.getCollection("submissions").createIndex(new Document("view.state", 1).append("view.id", 1));
            database.getCollection("submissions").createIndex(new Document("view.open", 1));
            database.getCollection("dossiers").createIndex(new Document("view.decisions", 1));
            database.getCollection("movement_awards").createIndex(new Document("view.decisions", 1));
            var ofSubjects = new IndexOptions().sparse(true);
            database.getCollection("dossiers").createIndex(new Document("view.subjects", 1), ofSubjects);
            database.getCollection("movement_awards").createIndex(new Document("view.subjects", 1), ofSubjects);
        };
    }
}
