package vn.dvk.evaluation.write.releaserubric;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.Band;
import vn.dvk.evaluation.domain.rubric.Criterion;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.RubricCommand;
import vn.dvk.evaluation.domain.rubric.RubricEvent;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.evaluation.store.Words;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

@RestController
class ReleaseRubricController {

    private final Streams<RubricCommand, Rubrics, RubricEvent> rubrics;
    private final Programmes programmes;
    private final Words words;
    private final Answers answers;

    ReleaseRubricController(
            Streams<RubricCommand, Rubrics, RubricEvent> rubrics, Programmes programmes, Words words, Answers answers) {
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.words = words;
        this.answers = answers;
    }

    /** @param bonusAboveMaximum whether bonus points lift a total above 100; absent: they do not */
    record ReleaseRubricBody(
            @NotNull LocalDate validFrom,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid CriterionBody> criteria,
            @Size(max = 50) @Nullable List<@NotNull @Valid CriterionBody> bonus,
            @Nullable Boolean bonusAboveMaximum,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid BandBody> bands) {

        Rubric rubric(String version, SubjectType subject) {
            return new Rubric(
                    version,
                    subject,
                    validFrom,
                    criteria.stream().map(CriterionBody::criterion).toList(),
                    bonus == null
                            ? List.of()
                            : bonus.stream().map(CriterionBody::criterion).toList(),
                    Boolean.TRUE.equals(bonusAboveMaximum),
                    bands.stream().map(BandBody::band).toList());
        }
    }

    /** @param scoredBy who gives points for it; absent: everybody */
    record CriterionBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 300) String label,
            @NotNull @PositiveOrZero @Max(100) BigDecimal max,
            @Size(max = 4000) @Nullable String evidence,
            @Size(min = 1, max = 4) @Nullable List<@NotNull Scorer> scoredBy) {

        Criterion criterion() {
            return new Criterion(
                    code, label, max.doubleValue(), evidence, scoredBy == null ? Scorer.ALL : Set.copyOf(scoredBy));
        }
    }

    /** @param passes whether it passes; said of every band or of none, and of none means: all but the lowest */
    record BandBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 300) String label,
            @NotNull @PositiveOrZero @Max(100) BigDecimal from,
            @Nullable Boolean passes) {

        Band band() {
            return new Band(code, label, from.doubleValue(), passes);
        }
    }

    record Released(String programme, SubjectType subject, String version) {}

    private static final String CODE = "[A-Z0-9][A-Z0-9_-]{0,39}";

    /** PUT, because releasing the same content twice is the same as releasing it once. */
    @PutMapping("/api/v1/programmes/{programme}/rubrics/{subject}/{version}")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> release(
            @PathVariable String programme,
            @PathVariable SubjectType subject,
            @PathVariable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String version,
            @Valid @RequestBody ReleaseRubricBody body,
            ExpectedVersion expected,
            RequestContext context) {
        if (programmes.find(programme).isEmpty()) {
            throw new Refused(EvaluationReason.PROGRAMME_NOT_KNOWN_YET, programme);
        }
        var command = new RubricCommand.Release(body.rubric(version, subject), wrongWords(body));
        var outcome = expected.handle(seen -> rubrics.handle(CommandEnvelope.of(programme, command, context, seen)));
        return answers.created(
                outcome,
                "/api/v1/programmes/%s/rubrics".formatted(programme),
                _ -> new Released(programme, subject, version));
    }

    /** A grade has to be in force on a day on which the rubric may be used. */
    private List<Fault> wrongWords(ReleaseRubricBody body) {
        var grades = words.grades(body.bands().stream().map(BandBody::code).toList());
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < body.bands().size(); i++) {
            grades.fault("bands[" + i + "].code", body.bands().get(i).code(), body.validFrom(), null)
                    .ifPresent(faults::add);
        }
        return faults;
    }
}
