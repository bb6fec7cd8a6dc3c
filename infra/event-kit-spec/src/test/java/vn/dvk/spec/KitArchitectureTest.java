package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.spec.Outline.layer;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit's own layers look downward only, and its leaves nowhere. */
class KitArchitectureTest {

    private static final String[] STORE = {"com.mongodb..", "org.bson.."};

    private static final Outline KIT = Outline.of(
            layer("decide"),
            layer("envelope")
                    .libraries(
                            "org.bson..", "org.apache.kafka..", "tools.jackson..", "com.fasterxml.jackson.annotation"),
            layer("store").libraries(STORE),
            layer("relay")
                    .uses("decide", "envelope", "store")
                    .libraries(STORE)
                    .libraries("org.apache.kafka..", "io.micrometer.core..", "org.slf4j", "tools.jackson.."),
            layer("stream")
                    .uses("decide", "envelope", "store", "relay")
                    .libraries(STORE)
                    .libraries("io.micrometer.core..", "org.slf4j", "tools.jackson.."),
            layer("intake")
                    .uses("decide", "envelope", "store", "relay", "stream")
                    .libraries(STORE)
                    .libraries("io.micrometer.core..", "org.slf4j", "tools.jackson.."));

    @Test
    void the_kit_keeps_its_layers() {
        Architecture.check("vn.dvk.kit", KIT);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void a_layer_that_looks_upward_is_found(Outline.Layer layer) {
        var tangled = "vn.dvk.spec.planted.tangled";

        assertThat(Architecture.usesOnlyWhatItMay(tangled, layer)
                        .evaluate(new ClassFileImporter().importPackages(tangled))
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty();
    }

    static Stream<Outline.Layer> layers() {
        return KIT.layers().stream();
    }
}
