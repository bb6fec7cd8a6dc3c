package vn.dvk.registration.write.units;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.unit.Profile;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganise;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.registration.domain.unit.UnitKind;
import vn.dvk.registration.web.Described;
import vn.dvk.registration.web.FormBody;
import vn.dvk.registration.web.PaperBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.RowCheck;

/** Translates; decides nothing. */
@RestController
@Tag(name = "Units")
class UnitController {

    private final Streams<UnitCommand, Unit, UnitEvent> units;
    private final RowCheck rowCheck;
    private final Answers answers;

    UnitController(Streams<UnitCommand, Unit, UnitEvent> units, RowCheck rowCheck, Answers answers) {
        this.units = units;
        this.rowCheck = rowCheck;
        this.answers = answers;
    }

    record UnitBody(
            @NotBlank @Size(max = 300) String name,
            @NotNull UnitKind kind,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Profile toProfile() {
            return new Profile(name, kind, parent, validFrom, validTo);
        }
    }

    record UnitRow(
            @NotBlank @Pattern(regexp = FormBody.CODE) String code,
            @NotBlank @Size(max = 300) String name,
            @NotNull UnitKind kind,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        UnitBody toBody() {
            return new UnitBody(name, kind, parent, validFrom, validTo);
        }
    }

    /** Not {@code @Valid}: each row is checked by itself. */
    record UnitRows(@NotEmpty @Size(max = 1000) List<@NotNull UnitRow> rows) {}

    record SuccessionBody(
            Succession.@NotNull Type type,
            @NotEmpty @Size(max = 1000) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> units,
            @NotNull @Size(max = 100) List<@NotBlank @Pattern(regexp = FormBody.CODE) String> successors,
            @NotNull LocalDate effective,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable @Valid PaperBody decision,
            @Nullable @Size(min = 1, max = 1000) String basis) {

        Succession toSuccession() {
            return new Succession(type, units, successors, effective, name, parent, PaperBody.toPaper(decision), basis);
        }
    }

    @Operation(summary = "Establish a unit, or correct its description (đơn vị)")
    @PutMapping("/api/v1/units/{code}")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> describe(
            @PathVariable @Pattern(regexp = FormBody.CODE) String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody UnitBody body,
            RequestContext cause) {
        var number = version == null ? null : version.number();
        var outcome = units.handle(CommandEnvelope.of(code, new Describe(code, body.toProfile()), cause, number));
        return Described.answer(answers, outcome, "/api/v1/units/" + code, code);
    }

    @Operation(summary = "Establish or correct many units, row by row")
    @PostMapping("/api/v1/units/bulk")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> describeAll(@Valid @RequestBody UnitRows body, RequestContext cause) {
        var outcomes = rowCheck.carryOut(
                body.rows(),
                right -> units.handleAll(right.stream()
                        .map(row -> CommandEnvelope.<UnitCommand>of(
                                row.code(),
                                new Describe(row.code(), row.toBody().toProfile()),
                                cause.withKey(null)))
                        .toList()));
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", String.valueOf(body.rows().get(i).code()), outcomes.get(i), _ -> Map.of());
        }
        return rows.body();
    }

    /** Each unit concerned remembers it; the same reorganisation again is unchanged. */
    @Operation(summary = "Record a reorganisation (sắp xếp, sáp nhập, chia tách, giải thể), a row per unit")
    @PostMapping("/api/v1/successions")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> reorganise(@Valid @RequestBody SuccessionBody body, RequestContext cause) {
        var succession = body.toSuccession();
        var outcomes = units.handleAll(body.units().stream()
                .map(code -> CommandEnvelope.<UnitCommand>of(code, new Reorganise(succession), cause.withKey(null)))
                .toList());
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", body.units().get(i), outcomes.get(i), _ -> Map.of());
        }
        return rows.body();
    }
}
