package vn.dvk.registration.write.annulsuccession;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.unit.StructureCommand.Annul;
import vn.dvk.registration.domain.unit.StructureCommand.AnnulOrder;
import vn.dvk.registration.read.PaperAnswer;
import vn.dvk.registration.read.SuccessionAnswer;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.StructureStream.Ask;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** A reorganization never was: units, and the models that went over by it, are as they were. */
@RestController
@Tag(name = "Units")
class AnnulSuccessionController {

    private final StructureStream structure;
    private final Answers answers;

    AnnulSuccessionController(StructureStream structure, Answers answers) {
        this.structure = structure;
        this.answers = answers;
    }

    record AnnulmentBody(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(min = 10, max = 1000) String reason,
            @Nullable @Valid PaperBody decision) {}

    @Operation(
            summary = "Annul a reorganization (hủy bỏ): it never was",
            description = "Refused while a paper that was told later builds on it, and for an act of a paper, which is"
                    + " annulled as a whole. Models that a person handed over after it stay where they are.")
    @PostMapping("/api/v1/successions/{id}/annulment")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> annul(@PathVariable String id, @Valid @RequestBody AnnulmentBody body, RequestContext context) {
        var command = new Annul(id, body.on(), body.reason(), PaperBody.toPaper(body.decision()));
        return answers.ok(
                structure.handle(new Ask(command, context, null)),
                result -> SuccessionAnswer.of(Objects.requireNonNull(result.succession(), "it was told")));
    }

    @Operation(
            summary = "Annul a paper with all its acts (hủy bỏ): it never was",
            description = "Refused while a paper that was told later builds on one of its acts.")
    @PostMapping("/api/v1/papers/{id}/annulment")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> annulPaper(
            @PathVariable String id, @Valid @RequestBody AnnulmentBody body, RequestContext context) {
        var command = new AnnulOrder(id, body.on(), body.reason(), PaperBody.toPaper(body.decision()));
        return answers.ok(
                structure.handle(new Ask(command, context, null)), result -> PaperAnswer.of(id, result.acts()));
    }
}
