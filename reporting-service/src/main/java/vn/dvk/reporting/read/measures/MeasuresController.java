package vn.dvk.reporting.read.measures;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.read.Texts;

@RestController
class MeasuresController {

    private final MessageSource texts;

    MeasuresController(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * @param measure       as in a filter
     * @param time          flow: by the day it happened; stock: what is valid at the end of the day asked about
     * @param unitOfMeasure what the number is a number of
     * @param counts        what is counted, as a sentence
     */
    record MeasuresItem(String measure, String time, String unitOfMeasure, String counts) {}

    record Measures(List<MeasuresItem> items) {}

    @GetMapping("/api/v1/measures")
    @Operation(
            summary = "What can be counted",
            description =
                    "Every measure, whether it is a flow or a stock, its unit and how it is counted. A flow counts"
                            + " what happened from and up to a day; a stock what is valid at the end of one, so it takes no from.")
    Measures measures() {
        var words = Texts.of(texts);
        return new Measures(Arrays.stream(Measure.values())
                .map(measure -> new MeasuresItem(
                        measure.code(),
                        measure.time().name().toLowerCase(Locale.ROOT),
                        words.unitOf(measure),
                        words.meaningOf(measure)))
                .toList());
    }
}
