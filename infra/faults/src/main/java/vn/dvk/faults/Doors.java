package vn.dvk.faults;

import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Service;

/** Through which instance of a service a client goes with its next command. */
@FunctionalInterface
public interface Doors {

    /**
     * @param client number of the client
     * @param command number of its command
     */
    Api to(Service service, int client, int command);
}
