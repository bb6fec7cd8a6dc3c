package vn.dvk.registration.write.describeunit;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.unit.Profile;
import vn.dvk.registration.domain.unit.StructureCommand.Describe;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.StructureStream.Ask;
import vn.dvk.registration.store.Words;
import vn.dvk.registration.write.FormBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.BulkRow;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.RowCheck;

/** A unit is established by describing it, and corrected by describing it again; one or many. */
@RestController
@Tag(name = "Units")
class DescribeUnitController {

    private final StructureStream structure;
    private final Words words;
    private final RowCheck rowCheck;
    private final Answers answers;

    DescribeUnitController(StructureStream structure, Words words, RowCheck rowCheck, Answers answers) {
        this.structure = structure;
        this.words = words;
        this.rowCheck = rowCheck;
        this.answers = answers;
    }

    /** As the State's list of administrative units and the Party's of organizations write them: 17209, H40.01.02. */
    private static final String NATIONAL = "[0-9A-Z][0-9A-Z.-]{0,19}";

    /**
     * @param kind         the first one, a term; another one from a day on is told by a reorganization (RENAMED)
     * @param nationalCode in the State's list of administrative units or the Party's of organizations
     */
    record UnitBody(
            @NotBlank @Size(max = 300) String name,
            @NotBlank @Size(max = 40) String kind,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable @Pattern(regexp = NATIONAL) String nationalCode) {

        Profile toProfile() {
            return new Profile(name, kind, parent, validFrom, validTo, nationalCode);
        }
    }

    record UnitRow(
            @NotBlank @Pattern(regexp = FormBody.CODE) String code,
            @NotBlank @Size(max = 300) String name,
            @NotBlank @Size(max = 40) String kind,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable @Pattern(regexp = NATIONAL) String nationalCode) {

        Profile toProfile() {
            return new Profile(name, kind, parent, validFrom, validTo, nationalCode);
        }
    }

    record UnitRows(@NotEmpty @Size(max = 1000) List<@NotNull BulkRow<UnitRow>> rows) {}

    @Operation(summary = "Establish a unit, or correct its description (đơn vị)")
    @PutMapping("/api/v1/units/{code}")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> describe(
            @PathVariable @Pattern(regexp = FormBody.CODE) String code,
            ExpectedVersion expected,
            @Valid @RequestBody UnitBody body,
            RequestContext context) {
        var command = described(code, body.toProfile(), words.of(Words.UNIT_KIND, body.kind()));
        var outcome = expected.handle(version -> structure.handle(new Ask(command, context, version)));
        var established = outcome instanceof Outcome.Stored<?> stored && stored.version() == 1;
        return established
                ? answers.created(outcome, "/api/v1/units/" + code, _ -> Map.of("code", code))
                : answers.ok(outcome, _ -> Map.of("code", code));
    }

    /**
     * A row has a key of its own: the same request again undoes no correction made since. Rows may come in any order,
     * superiors after who stands below them.
     */
    @Operation(summary = "Establish or correct many units, row by row")
    @PostMapping("/api/v1/units/bulk")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> describeAll(@Valid @RequestBody UnitRows body, RequestContext context) {
        var outcomes = rowCheck.carryOutRows(body.rows(), right -> {
            var kinds =
                    words.of(Words.UNIT_KIND, right.stream().map(UnitRow::kind).toList());
            return structure.handleAll(right.stream()
                    .map(row -> new Ask(
                            described(row.code(), row.toProfile(), kinds), context.forRow(row.code(), row), null))
                    .toList());
        });
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", codeOf(body.rows().get(i)), outcomes.get(i), _ -> Map.of());
        }
        return rows.body();
    }

    /** Of a kind that is there on one of its days. */
    private static Describe described(String code, Profile profile, Vocabulary kinds) {
        var wrong = kinds.fault("kind", profile.kind(), profile.validFrom(), profile.validTo());
        return new Describe(code, profile, wrong.stream().toList());
    }

    private static String codeOf(BulkRow<UnitRow> row) {
        return row instanceof BulkRow.Read<UnitRow>(var read) ? String.valueOf(read.code()) : "";
    }
}
