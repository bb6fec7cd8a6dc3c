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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.unit.StructureCommand.Order;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.StructureDecider;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.read.PaperAnswer;
import vn.dvk.registration.read.SuccessionAnswer;
import vn.dvk.registration.store.LedModels;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.StructureStream.Ask;
import vn.dvk.registration.store.StructureStream.Result;
import vn.dvk.registration.store.Words;
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
    private final Words words;
    private final Answers answers;

    ReorganizeUnitsController(StructureStream structure, LedModels models, Words words, Answers answers) {
        this.structure = structure;
        this.models = models;
        this.words = words;
        this.answers = answers;
    }

    record SuccessionBody(
            Succession.@NotNull Type type,
            @NotEmpty @Size(max = 500) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> units,
            @NotNull @Size(max = 100) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> successors,
            @NotNull LocalDate effective,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable @Size(max = 40) String kind,
            @Nullable @Valid PaperBody decision,
            @Nullable @Size(min = 1, max = 1000) String basis) {

        Succession toSuccession(String id) {
            return new Succession(
                    id,
                    0,
                    type,
                    units,
                    successors,
                    effective,
                    name,
                    parent,
                    kind,
                    PaperBody.toPaper(decision),
                    basis,
                    null);
        }
    }

    record ActBody(
            Succession.@NotNull Type type,

            @NotEmpty @Size(max = StructureDecider.TOGETHER)
            List<@NotBlank @Pattern(regexp = FormBody.CODE) String> units,

            @NotNull @Size(max = 100) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> successors,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable @Size(max = 40) String kind) {}

    record OrderBody(
            @NotNull LocalDate effective,
            @Nullable @Valid PaperBody decision,
            @Nullable @Size(min = 1, max = 1000) String basis,
            @NotEmpty @Size(max = StructureDecider.TOGETHER) List<@NotNull @Valid ActBody> acts) {

        List<Succession> toSuccessions(String paper) {
            return IntStream.range(0, acts.size())
                    .mapToObj(i -> toSuccession(i, paper))
                    .toList();
        }

        private Succession toSuccession(int i, String paper) {
            var act = acts.get(i);
            return new Succession(
                    DeterministicId.of("succession", paper, String.valueOf(i)),
                    0,
                    act.type(),
                    act.units(),
                    act.successors(),
                    effective,
                    act.name(),
                    act.parent(),
                    act.kind(),
                    PaperBody.toPaper(decision),
                    basis,
                    paper);
        }
    }

    @Operation(
            summary = "Record a reorganization (sắp xếp, sáp nhập, chia tách, giải thể)",
            description =
                    "Takes effect for all its units or for none. RENAMED gives a unit another name, another kind, or both"
                            + " (\"kind\": \"COMMUNE\"). MERGED has one successor, SPLIT several. Of one day, those told later come after those told"
                            + " before. Who stands below a unit that is dissolved into one other goes over to that one. What units that are merged into one lead goes over to it by itself; what a split unit"
                            + " leads is handed over model by model. With dryRun=true it is only checked.")
    @PostMapping("/api/v1/successions")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> reorganize(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody SuccessionBody body,
            RequestContext context) {
        var succession = body.toSuccession(id("succession", dryRun, context));
        var command = worded(List.of(new Reorganize(succession, models.takenUpAfterTheEnd(succession))))
                .getFirst();
        if (dryRun) {
            return answers.ok(structure.wouldBe(command), ReorganizeUnitsController::body);
        }
        var outcome = structure.handle(new Ask(command, context, null));
        var id = idOf(outcome, succession);
        return answers.created(outcome, "/api/v1/successions/" + id, ReorganizeUnitsController::body);
    }

    @Operation(
            summary = "Record a paper that orders several acts (một văn bản, nhiều việc sắp xếp)",
            description =
                    "Each act is looked at as the acts before it leave the units; all of them take effect, or none. An"
                            + " error names its act, for example acts[3].units[0]. Annulled as a whole. With dryRun=true it is"
                            + " only checked.")
    @PostMapping("/api/v1/papers")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> order(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody OrderBody body,
            RequestContext context) {
        var id = id("paper", dryRun, context);
        var command = new Order(id, worded(models.checked(body.toSuccessions(id))));
        if (dryRun) {
            return answers.ok(structure.wouldBe(command), ReorganizeUnitsController::paper);
        }
        var outcome = structure.handle(new Ask(command, context, null));
        return answers.created(outcome, "/api/v1/papers/" + id, ReorganizeUnitsController::paper);
    }

    /** With what the vocabulary of kinds has against them: a kind is in force on the effective day. */
    private List<Reorganize> worded(List<Reorganize> acts) {
        var named = acts.stream().map(act -> act.succession().kind()).toList();
        if (named.stream().allMatch(Objects::isNull)) {
            return acts;
        }
        var kinds = words.of(Words.UNIT_KIND, named);
        return acts.stream()
                .map(act -> act.succession().kind() instanceof String kind
                        ? act.with(kinds.fault("kind", kind, act.succession().effective()).stream()
                                .toList())
                        : act)
                .toList();
    }

    /** What is only checked may come under a key under which something was told, and annulled since. */
    private static String id(String what, boolean dryRun, RequestContext context) {
        var key = Objects.requireNonNull(context.key(), "a POST has a key");
        return dryRun ? DeterministicId.of(what, key, "dry run") : DeterministicId.of(what, key);
    }

    private static PaperAnswer paper(Result result) {
        var acts = result.acts();
        return PaperAnswer.of(
                Objects.requireNonNull(acts.getFirst().succession().paper(), "all name it"), acts);
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
