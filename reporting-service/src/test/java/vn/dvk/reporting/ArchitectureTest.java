package vn.dvk.reporting;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.Architecture;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfAllServices() {
        Architecture.checkWithoutDomain("vn.dvk.reporting");
    }
}
