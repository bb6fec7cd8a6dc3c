package vn.dvk.service.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;

/** A form with every sort of field, answered as it was understood. */
@RestController
class FormController {

    enum Kind {
        MODEL,
        EFFORT
    }

    record Line(@Nullable Integer households) {}

    record Form(
            @NotBlank String text,
            @Nullable Integer count,
            @Nullable Long sum,
            @Nullable BigDecimal amount,
            @Nullable Double share,
            @Nullable Boolean agreed,
            @Nullable Kind kind,
            @Nullable LocalDate on,
            @Nullable YearMonth month,
            @Nullable Instant at,
            @Nullable List<Line> lines,
            @Nullable Map<String, BigDecimal> marks) {}

    /** What was sent is hashed under its key before it is understood. */
    @PostMapping("/api/v1/keyed-forms")
    @Allowed(roles = "'OFFICER'")
    Form understood(RequestContext cause, @RequestBody @Valid Form form) {
        return form;
    }

    @PostMapping("/api/v1/forms")
    @Allowed(roles = "'OFFICER'")
    Form understood(@RequestBody @Valid Form form) {
        return form;
    }
}
