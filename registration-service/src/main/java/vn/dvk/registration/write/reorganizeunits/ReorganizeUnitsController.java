package vn.dvk.registration.write.reorganizeunits;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.StructureEvent;
import vn.dvk.registration.domain.unit.StructureEvent.Reorganized;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.read.SuccessionAnswer;
import vn.dvk.registration.store.LedModels;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.StructureStream.Ask;
import vn.dvk.registration.store.StructureStream.Result;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** What a decision does to units: all of it or nothing; the same again is unchanged. */
@RestController
@Tag(name = "Units")
class ReorganizeUnitsController {

    private final StructureStream structure;
    private final LedModels models;
    private final Answers answers;

    ReorganizeUnitsController(StructureStream structure, LedModels models, Answers answers) {
        this.structure = structure;
        this.models = models;
        this.answers = answers;
    }

    record SuccessionBody(
            Succession.@NotNull Type type,
            @NotEmpty @Size(max = 500) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> units,
            @NotNull @Size(max = 100) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> successors,
            @NotNull LocalDate effective,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable @Valid PaperBody decision,
            @Nullable @Size(min = 1, max = 1000) String basis) {

        Succession toSuccession(String id) {
            return new Succession(
                    id, 0, type, units, successors, effective, name, parent, PaperBody.toPaper(decision), basis);
        }
    }

    @Operation(
            summary = "Record a reorganization (sắp xếp, sáp nhập, chia tách, giải thể)",
            description =
                    "Takes effect for all its units or for none. Of one day, those told later come after those told"
                            + " before. What units that are merged into one lead goes over to it by itself; what a split unit"
                            + " leads is handed over model by model. With dryRun=true it is only checked.")
    @PostMapping("/api/v1/successions")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> reorganize(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody SuccessionBody body,
            RequestContext context) {
        var key = Objects.requireNonNull(context.key(), "a POST has a key");
        var succession = body.toSuccession(DeterministicId.of("succession", key));
        var command = new Reorganize(succession, models.takenUpAfterTheEnd(succession));
        if (dryRun) {
            return answers.ok(checked(command), SuccessionAnswer::of);
        }
        var outcome = structure.handle(new Ask(command, context, null));
        var id = idOf(outcome, succession);
        return answers.created(outcome, "/api/v1/successions/" + id, ReorganizeUnitsController::body);
    }

    private Outcome<Succession> checked(Reorganize command) {
        return switch (structure.wouldBe(command)) {
            case Decision.Refused<StructureEvent>(var why) -> new Outcome.Refused<>(why);
            case Decision.Accepted<StructureEvent>(var events) ->
                new Outcome.Unchanged<>(
                        command.succession().id(),
                        0,
                        !events.isEmpty() && events.getFirst() instanceof Reorganized(var numbered)
                                ? numbered
                                : structure.ask(now -> now.same(command.succession())
                                        .orElseThrow()
                                        .succession()));
        };
    }

    private static String idOf(Outcome<Result> outcome, Succession asked) {
        return outcome instanceof Outcome.Stored<Result>(var _, var _, var result) && result.succession() != null
                ? result.succession().succession().id()
                : asked.id();
    }

    private static SuccessionAnswer body(Result result) {
        return SuccessionAnswer.of(Objects.requireNonNull(result.succession(), "it was told"));
    }
}
