package vn.dvk.evaluation;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.Architecture;

class ArchitectureTest {

    @Test
    void the_service_keeps_the_rules() {
        Architecture.check("vn.dvk.evaluation");
    }
}
