package vn.dvk.awards.events;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.dvk.spec.SampleEvent;

class CanvasTest {

    @Test
    void the_readme_names_what_is_published_and_consumed() {
        SampleEvent.CONTRACTS.canvas("awards").agreesWith(Path.of("README.md"));
    }
}
