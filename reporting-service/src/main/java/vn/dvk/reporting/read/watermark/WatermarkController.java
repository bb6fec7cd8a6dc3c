package vn.dvk.reporting.read.watermark;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Watermarks;

@RestController
class WatermarkController {

    private final Watermarks watermarks;

    WatermarkController(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    /** @param at the log's time of the last event that is in it */
    record TakenWatermark(String watermark, Instant at) {}

    @GetMapping("/api/v1/watermark")
    @Operation(
            summary = "A watermark of all that lies on the topics now",
            description =
                    "To be asked by (asKnown, since): the answer is then always the same, whatever comes later. 503"
                            + " with Retry-After, naming what is missing, until everything that was there has been read; a moment,"
                            + " unless a stream waits for a person.")
    TakenWatermark watermark() {
        var taken = watermarks.ofAllThereIs();
        return new TakenWatermark(taken.toString(), taken.at());
    }
}
