package vn.dvk.reporting;

import static vn.dvk.spec.Outline.layer;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.Architecture;
import vn.dvk.spec.Outline;

class ArchitectureTest {

    private static final String[] STORE = {"com.mongodb..", "org.bson..", "vn.dvk.kit.store"};

    private static final String[] SPRING = {
        "org.slf4j",
        "org.springframework.beans..",
        "org.springframework.context..",
        "org.springframework.core..",
        "org.springframework.scheduling..",
        "org.springframework.stereotype",
        "io.micrometer.core..",
        "vn.dvk.service"
    };

    private static final String[] WEB = {
        "vn.dvk.service.web..",
        "com.fasterxml.jackson.annotation",
        "io.swagger.v3.oas..",
        "jakarta.servlet..",
        "jakarta.validation..",
        "org.springdoc.core..",
        "org.springframework.http..",
        "org.springframework.ui..",
        "org.springframework.web..",
        "tools.jackson.."
    };

    /** A read side: what was told, what it means, where it is kept, how it is counted, who asks. */
    private static final Outline OUTLINE = Outline.of(
            layer("domain.history"),
            layer("domain.fact").uses("domain.history"),
            layer("domain.goal").uses("domain.history"),
            layer("domain.organisation"),
            layer("domain.claim").libraries("vn.dvk.kit.decide"),
            layer("claims")
                    .uses("domain.claim")
                    .libraries(STORE)
                    .libraries(SPRING)
                    .libraries("vn.dvk.kit.decide", "vn.dvk.kit.envelope", "vn.dvk.kit.relay", "vn.dvk.kit.stream"),
            layer("events")
                    .uses("domain.history")
                    .libraries("vn.dvk.kit.envelope", "org.apache.kafka..", "tools.jackson.."),
            layer("mirror")
                    .uses("events")
                    .libraries(SPRING)
                    .libraries("vn.dvk.kit.envelope", "vn.dvk.kit.relay", "org.apache.kafka.."),
            layer("projection..")
                    .uses("domain..", "events")
                    .libraries(STORE)
                    .libraries(SPRING)
                    .libraries("vn.dvk.kit.envelope", "vn.dvk.kit.intake", "org.apache.kafka.."),
            layer("counting")
                    .uses("domain..", "events", "projection")
                    .libraries(STORE)
                    .libraries(SPRING)
                    .libraries(
                            "vn.dvk.kit.decide",
                            "vn.dvk.kit.envelope",
                            "vn.dvk.service.web",
                            "org.duckdb..",
                            "org.springframework.web.util"),
            layer("live")
                    .uses("domain..", "events", "projection", "counting", "read")
                    .libraries(STORE)
                    .libraries(SPRING)
                    .libraries(WEB)
                    .libraries(
                            "vn.dvk.kit.envelope",
                            "vn.dvk.kit.intake",
                            "vn.dvk.service.messaging",
                            "org.apache.kafka..")
                    .libraries("org.springframework.boot.health..", "org.springframework.util.."),
            layer("read..")
                    .sliced()
                    .uses("domain..", "projection..", "counting", "live", "claims")
                    .libraries(STORE)
                    .libraries(SPRING)
                    .libraries(WEB)
                    .libraries("vn.dvk.kit.decide"),
            layer("write..")
                    .sliced()
                    .uses("domain.claim", "domain.organisation", "projection", "projection.rebuild")
                    .libraries(WEB)
                    .libraries("vn.dvk.kit.envelope", "vn.dvk.kit.stream"));

    @Test
    void keepsItsOutline() {
        Architecture.check("vn.dvk.reporting", OUTLINE);
    }
}
