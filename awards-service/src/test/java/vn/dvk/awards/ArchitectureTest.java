package vn.dvk.awards;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.Architecture;

class ArchitectureTest {

    @Test
    void the_rules_of_the_architecture_hold() {
        Architecture.check("vn.dvk.awards");
    }
}
