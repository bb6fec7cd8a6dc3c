package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is quiet about a service that keeps it and bites a class planted to break it. */
class ArchitectureTest {

    private static final String PLANTED = "vn.dvk.spec.planted.";

    /** The stand-ins for the annotations that the rules know by name are allowed to all. */
    private static final Outline OUTLINE = Outline.of(Outline.SERVICE.layers().stream()
            .map(layer -> layer.libraries(PLANTED + "annotations"))
            .toArray(Outline.Layer[]::new));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("vn.dvk.spec.planted");

    @Test
    void a_sound_service_passes() {
        var service = PLANTED + "sound";

        assertThat(Architecture.missing(service, OUTLINE, CLASSES)).isEmpty();
        assertThatCode(() -> Architecture.rules(service, OUTLINE).forEach(rule -> rule.check(CLASSES)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "domain.., CrossedDomain",
        "events, CrossedEvents",
        "events.published, CrossedPublished",
        "events.consumed, CrossedConsumed",
        "store.., CrossedStore",
        "write.., CrossedWrite",
        "read.., CrossedRead",
        "automation.., CrossedAutomation"
    })
    void a_layer_that_reaches_for_what_it_may_not_have_is_found(String packages, String culprit) {
        var layer = layer(packages);

        assertThat(violations(Architecture.usesOnlyWhatItMay(PLANTED + "crossed", layer)))
                .anyMatch(line -> line.contains(culprit));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void every_layer_is_among_those_that_were_crossed(Outline.Layer layer) {
        assertThat(violations(Architecture.usesOnlyWhatItMay(PLANTED + "crossed", layer)))
                .isNotEmpty();
    }

    static Stream<Outline.Layer> layers() {
        return Outline.SERVICE.layers().stream();
    }

    @Test
    void a_package_that_is_in_no_layer_is_found() {
        assertThat(violations(Architecture.everythingHasItsPlace(PLANTED + "misplaced", OUTLINE)))
                .anyMatch(line -> line.contains("Desk"))
                .noneMatch(line -> line.contains("Rule"));
    }

    @Test
    void a_slice_that_uses_another_is_found() {
        assertThat(violations(Architecture.slicesDoNotKnowEachOther(PLANTED + "entangled", OUTLINE)))
                .anyMatch(line -> line.contains("Two") && line.contains("One"));
    }

    @Test
    void an_automation_that_does_not_say_when_is_found() {
        assertThat(violations(Architecture.automationsAreNamedAfterEvents(PLANTED + "misnamed")))
                .anyMatch(line -> line.contains("FollowModel"));
    }

    @Test
    void packages_that_need_one_another_are_found() {
        assertThat(violations(Architecture.packagesHaveNoCycles(PLANTED + "roundabout")))
                .anyMatch(line -> line.contains("Here") && line.contains("There"));
    }

    @Test
    void an_endpoint_that_does_not_say_who_may_is_found() {
        assertThat(violations(Architecture.whatChangesThingsSaysWhoMay(PLANTED + "anybody")))
                .anyMatch(line -> line.contains("Change.post()"))
                .anyMatch(line -> line.contains("Change.any()"));
    }

    @Test
    void a_package_that_does_not_say_what_it_is_for_is_found() {
        assertThat(violations(Architecture.everyPackageSaysWhatItIsFor(PLANTED + "silent")))
                .anyMatch(line -> line.contains("Silent"));
        assertThat(violations(Architecture.everyPackageSaysWhatItIsFor(PLANTED + "unmarked")))
                .anyMatch(line -> line.contains("Unmarked"));
    }

    @Test
    void two_shapes_of_one_name_are_found() {
        assertThat(violations(Architecture.shapesOverHttpHaveNamesOfTheirOwn(PLANTED + "namesakes")))
                .singleElement()
                .asString()
                .contains("OneController")
                .contains("OtherController");
    }

    @Test
    void rules_that_would_hold_of_nothing_are_found() {
        assertThatThrownBy(() -> Architecture.check("vn.dvk.kit"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("there is no class in", "vn.dvk.kit.domain..", "vn.dvk.kit.write.*..");
        assertThat(Architecture.missing(PLANTED + "misplaced", OUTLINE, CLASSES))
                .contains(PLANTED + "misplaced.events")
                .doesNotContain(PLANTED + "misplaced.domain..");
    }

    private static Outline.Layer layer(String packages) {
        return layers().filter(one -> one.packages().equals(packages))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }
}
