package vn.dvk.faults;

import java.util.List;
import vn.dvk.faults.kind.BrokerAndStoreRestarted;
import vn.dvk.faults.kind.BrokerAway;
import vn.dvk.faults.kind.DeadReaders;
import vn.dvk.faults.kind.KilledBeforeMark;
import vn.dvk.faults.kind.Poisoned;
import vn.dvk.faults.kind.RebuildKilled;
import vn.dvk.faults.kind.Redelivered;
import vn.dvk.faults.kind.ServicesKilled;
import vn.dvk.faults.kind.Shuffled;
import vn.dvk.faults.kind.SlowStore;
import vn.dvk.faults.kind.StoreCutOff;
import vn.dvk.faults.kind.TwoInstances;
import vn.dvk.faults.kind.TwoRelays;
import vn.dvk.faults.kind.UnknownVersion;
import vn.dvk.replay.api.Service;

/** All of them, in the order in which they strike. */
final class Faults {

    static final List<Service> SERVICES =
            List.of(Service.REGISTRATION, Service.EVALUATION, Service.AWARDS, Service.REPORTING);

    private Faults() {}

    static List<Fault> all() {
        return List.of(
                new ServicesKilled(SERVICES),
                new KilledBeforeMark(),
                new TwoRelays(),
                new BrokerAndStoreRestarted(),
                new BrokerAway(),
                new Redelivered(),
                new Shuffled(),
                new Poisoned(),
                new SlowStore(),
                new StoreCutOff(),
                new UnknownVersion(),
                new TwoInstances(SERVICES),
                new DeadReaders(),
                new RebuildKilled());
    }

    /** For every change: one of each sort, in a minute and a half. */
    static List<Fault> few() {
        return List.of(
                new ServicesKilled(List.of(Service.EVALUATION)),
                new Poisoned(),
                new TwoInstances(List.of(Service.REGISTRATION)));
    }
}
