package vn.dvk.registration;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.Architecture;

class ArchitectureTest {

    @Test
    void the_rules_of_every_service_hold() {
        Architecture.check("vn.dvk.registration");
    }
}
