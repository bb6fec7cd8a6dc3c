package vn.dvk.registration.write.settargets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeCommand.SetTargets;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.TargetCheck;
import vn.dvk.registration.domain.programme.Targets;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.write.FormBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Laid down apart from the settings, so that laying those down again does not lose it. */
@RestController
@Tag(name = "Programmes")
class SetTargetsController {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final StructureStream structure;
    private final Answers answers;

    SetTargetsController(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes,
            StructureStream structure,
            Answers answers) {
        this.programmes = programmes;
        this.structure = structure;
        this.answers = answers;
    }

    /** Either {@code units}, or {@code kind} and {@code under}. */
    record TargetsBody(
            @Nullable @Size(min = 1, max = 1000) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> units,

            @Nullable @Size(max = 40) String kind,
            @Nullable @Pattern(regexp = FormBody.CODE) String under,
            @Nullable @Size(max = 500) List<@NotNull @Valid ExemptionBody> exemptions) {

        Targets toTargets() {
            return new Targets(
                    units,
                    kind,
                    under,
                    exemptions == null
                            ? List.of()
                            : exemptions.stream()
                                    .map(one -> new Targets.Exemption(one.unit(), one.from(), one.to(), one.reason()))
                                    .toList());
        }
    }

    /** @param to last day */
    record ExemptionBody(
            @NotBlank @Pattern(regexp = FormBody.CODE) String unit,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotBlank @Size(min = 10, max = 1000) String reason) {}

    @Operation(
            summary = "Say which units should register (đơn vị phải đăng ký)",
            description = "Either units by code, or every unit of a kind below a unit; who is exempt, when and why.")
    @PutMapping("/api/v1/programmes/{code}/targets")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> setTargets(
            @PathVariable String code,
            ExpectedVersion expected,
            @Valid @RequestBody TargetsBody body,
            RequestContext context) {
        var targets = body.toTargets();
        var command = new SetTargets(targets, structure.ask(now -> new TargetCheck(now::unit).faults(targets)));
        var outcome =
                expected.handle(version -> programmes.handle(CommandEnvelope.of(code, command, context, version)));
        return answers.ok(outcome, _ -> Map.of("code", code));
    }
}
