package vn.dvk.awards.write.releasewiderhold;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand.Release;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.awards.read.WiderHoldAnswer;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Bỏ tạm dừng xét một đơn vị hoặc đối tượng. */
@RestController
@Tag(name = "Holds")
class ReleaseWiderHoldController {

    private final Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holds;
    private final Answers answers;

    ReleaseWiderHoldController(Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holds, Answers answers) {
        this.holds = holds;
        this.answers = answers;
    }

    /** @param on first day on which it is no more */
    record ReleaseWiderHoldBody(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/holds/{hold}/release")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> release(
            @PathVariable String hold,
            @Valid @RequestBody ReleaseWiderHoldBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new Release(hold, new Hold.Release(body.reason(), body.on()));
        var outcome = expected.handle(version -> holds.handle(CommandEnvelope.of(hold, command, context, version)));
        return answers.ok(outcome, state -> WiderHoldAnswer.of(hold, state));
    }
}
