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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganize;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.registration.write.UnitCommandHandler;
import vn.dvk.registration.write.UnitCommandHandler.Ask;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** What a decision does to units, remembered by each unit concerned; the same again is unchanged. */
@RestController
@Tag(name = "Units")
class ReorganizeUnitsController {

    private final UnitCommandHandler units;
    private final Answers answers;

    ReorganizeUnitsController(UnitCommandHandler units, Answers answers) {
        this.units = units;
        this.answers = answers;
    }

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

    @Operation(summary = "Record a reorganization (sắp xếp, sáp nhập, chia tách, giải thể), a row per unit")
    @PostMapping("/api/v1/successions")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> reorganize(@Valid @RequestBody SuccessionBody body, RequestContext context) {
        var succession = body.toSuccession();
        var outcomes = units.handleAll(body.units().stream()
                .map(code -> new Ask(
                        code, place -> new Reorganize(succession, place), context.forRow(code, succession), null))
                .toList());
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", body.units().get(i), outcomes.get(i), _ -> Map.of());
        }
        return rows.body();
    }
}
