package vn.dvk.awards.store;

import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** Source models of replications as their dossiers describe them now: what is published about a replication says so too. */
@Component
public class SourceModels {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final OpenDossiers dossiers;

    SourceModels(Streams<ReplicationCommand, Replication, ReplicationEvent> replications, OpenDossiers dossiers) {
        this.replications = replications;
        this.dossiers = dossiers;
    }

    /** @throws Refused with {@code replication-unknown} or {@code not-known-yet} */
    public Dimensions of(String replication) {
        var found = replications.find(replication).orElseThrow(() -> new Refused(AwardsReason.REPLICATION_UNKNOWN));
        return switch (found.state()) {
            case Replication.NotOpened _ -> throw new Refused(AwardsReason.REPLICATION_UNKNOWN);
            case Replication.Known known when known.outside() != null -> known.source();
            case Replication.Known known ->
                dossiers.read(known.source().model()).dossier().toldDimensions();
        };
    }
}
