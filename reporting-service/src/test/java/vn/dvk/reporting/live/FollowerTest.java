package vn.dvk.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.dvk.spec.SampleEvent;

class FollowerTest {

    /** A person may have given it up: then its place is seen, and the follower must not stumble over it. */
    @Test
    void whatCannotBeReadIsNotToldAndNoFault() {
        var model = UUID.randomUUID().toString();
        var amended = SampleEvent.full("vn.dvk.registration.model-corrected.v1").about(model);
        var unknown = SampleEvent.of("vn.dvk.registration.model-forgotten.v1", JsonNodeFactory.instance.objectNode());
        assertThat(Follower.readable(amended.incoming())).isPresent();
        assertThat(Follower.readable(amended.with("on", "someday").incoming())).isEmpty();
        assertThat(Follower.readable(unknown.subject(model).incoming())).isEmpty();
    }
}
