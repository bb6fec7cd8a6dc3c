package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule is quiet about a service that keeps it and bites a class planted to break it. */
class ArchitectureTest {

    private static final String PLANTED = "vn.dvk.spec.planted.";

    @Test
    void a_sound_service_passes() {
        var service = PLANTED + "sound";
        var classes = new ClassFileImporter().importPackages(service);

        assertThat(classes).isNotEmpty();
        assertThatCode(() -> Architecture.rules(service).forEach(rule -> rule.check(classes)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_domain_that_knows_the_store_is_found() {
        assertThat(violations("impure", Architecture.theDomainIsPlainJava(PLANTED + "impure")))
                .anyMatch(line -> line.contains("StoredSum") && line.contains("org.bson.Document"));
    }

    @Test
    void a_slice_that_uses_another_is_found() {
        assertThat(violations("entangled", Architecture.slicesDoNotKnowEachOther(PLANTED + "entangled")))
                .anyMatch(line -> line.contains("Two") && line.contains("One"));
    }

    @Test
    void an_endpoint_that_does_not_say_who_may_is_found() {
        assertThat(violations("anybody", Architecture.whatChangesThingsSaysWhoMay(PLANTED + "anybody")))
                .anyMatch(line -> line.contains("Change.post()"))
                .anyMatch(line -> line.contains("Change.any()"));
    }

    @Test
    void a_package_that_does_not_say_what_it_is_for_is_found() {
        assertThat(violations("silent", Architecture.everyPackageSaysWhatItIsFor(PLANTED + "silent")))
                .anyMatch(line -> line.contains("Silent"));
        assertThat(violations("unmarked", Architecture.everyPackageSaysWhatItIsFor(PLANTED + "unmarked")))
                .anyMatch(line -> line.contains("Unmarked"));
    }

    @Test
    void rules_that_would_hold_of_nothing_are_found() {
        assertThatThrownBy(() -> Architecture.check("vn.dvk.kit"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no class in");
        assertThatThrownBy(() -> Architecture.checkWithoutDomain("vn.dvk.no.such.service"))
                .isInstanceOf(AssertionError.class);
    }

    private static List<String> violations(String service, ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackages(PLANTED + service))
                .getFailureReport()
                .getDetails();
    }
}
