package vn.dvk.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The layers of a service: which there are, and what each may use. What is not named is not allowed.
 *
 * <p>Patterns are ArchUnit's: {@code store} is that package alone, {@code store..} with what is below it.
 */
public record Outline(List<Layer> layers) {

    /** What an address over HTTP needs. */
    private static final String[] WEB = {
        "vn.dvk.service.web..",
        "com.fasterxml.jackson.annotation",
        "io.swagger.v3.oas.annotations..",
        "jakarta.validation..",
        "org.springframework.http..",
        "org.springframework.stereotype",
        "org.springframework.web..",
        "tools.jackson.."
    };

    /** A service that decides: the outline which {@link Architecture#check(String)} holds it to. */
    public static final Outline SERVICE = of(
            layer("domain..").libraries("vn.dvk.kit.decide"),
            layer("events")
                    .uses("domain..", "events.consumed")
                    .libraries("vn.dvk.kit.decide", "vn.dvk.kit.envelope", "vn.dvk.kit.stream"),
            layer("events.published")
                    .uses("domain..", "events")
                    .libraries(
                            "vn.dvk.kit.decide",
                            "vn.dvk.kit.envelope",
                            "vn.dvk.kit.stream",
                            "com.fasterxml.jackson.annotation"),
            layer("events.consumed")
                    .uses("domain..")
                    .libraries("vn.dvk.kit.decide", "vn.dvk.kit.envelope", "com.fasterxml.jackson.annotation"),
            layer("store..")
                    .uses("domain..", "events..")
                    .libraries(
                            "vn.dvk.kit..",
                            "vn.dvk.service..",
                            "com.mongodb..",
                            "org.bson..",
                            "org.slf4j",
                            "org.springframework.beans..",
                            "org.springframework.boot..",
                            "org.springframework.context..",
                            "org.springframework.core..",
                            "org.springframework.stereotype"),
            layer("write..")
                    .sliced()
                    .uses("domain..", "events.consumed", "store..", "read")
                    .libraries(WEB)
                    .libraries("vn.dvk.kit.decide", "vn.dvk.kit.envelope", "vn.dvk.kit.stream"),
            layer("read..")
                    .sliced()
                    .uses("domain..", "events.consumed", "store..")
                    .libraries(WEB)
                    .libraries(
                            "vn.dvk.kit.decide",
                            "vn.dvk.kit.envelope",
                            "vn.dvk.kit.stream",
                            "com.mongodb..",
                            "org.bson.."),
            layer("automation..")
                    .sliced()
                    .uses("domain..", "events", "events.consumed", "store..")
                    .libraries(
                            "vn.dvk.kit.decide",
                            "vn.dvk.kit.envelope",
                            "vn.dvk.kit.stream",
                            "vn.dvk.kit.intake",
                            "vn.dvk.service",
                            "com.mongodb..",
                            "org.bson..",
                            "org.slf4j",
                            "org.springframework.beans..",
                            "org.springframework.context..",
                            "org.springframework.core..",
                            "org.springframework.scheduling.annotation",
                            "org.springframework.stereotype",
                            "tools.jackson.."));

    public static Outline of(Layer... layers) {
        return new Outline(List.of(layers));
    }

    public static Layer layer(String packages) {
        return new Layer(packages, List.of(), List.of(), false);
    }

    /**
     * One of them. It may always use Java, JSpecify and itself.
     *
     * @param packages  below the service's own package
     * @param uses      other layers, in the same form
     * @param libraries packages from elsewhere, in full
     * @param isSliced  whether each package right below it is a slice, which knows no other slice
     */
    public record Layer(String packages, List<String> uses, List<String> libraries, boolean isSliced) {

        public Layer uses(String... more) {
            return new Layer(packages, joined(uses, more), libraries, isSliced);
        }

        public Layer libraries(String... more) {
            return new Layer(packages, uses, joined(libraries, more), isSliced);
        }

        public Layer sliced() {
            return new Layer(packages, uses, libraries, true);
        }

        /** Without the dots: {@code write}. */
        public String name() {
            return packages.replaceFirst("\\.\\.$", "");
        }

        /** Everything a class of it may depend on, beside its own layer's classes, in full. */
        List<String> allowed(String service) {
            var own = Stream.concat(Stream.of(packages), uses.stream()).map(one -> service + "." + one);
            return Stream.concat(
                            Stream.of("java..", "org.jspecify.annotations"), Stream.concat(own, libraries.stream()))
                    .toList();
        }

        private static List<String> joined(List<String> some, String... more) {
            var all = new ArrayList<>(some);
            all.addAll(List.of(more));
            return List.copyOf(all);
        }
    }
}
