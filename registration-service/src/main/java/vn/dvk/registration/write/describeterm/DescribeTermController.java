package vn.dvk.registration.write.describeterm;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.term.Definition;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermCommand;
import vn.dvk.registration.domain.term.TermCommand.Describe;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.Words;
import vn.dvk.registration.write.FormBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** A term is added by describing it, and changed or ended by describing it again. */
@RestController
@Tag(name = "Terms")
class DescribeTermController {

    private final Streams<TermCommand, Term, TermEvent> terms;
    private final StructureStream structure;
    private final Words words;
    private final Answers answers;

    DescribeTermController(
            Streams<TermCommand, Term, TermEvent> terms, StructureStream structure, Words words, Answers answers) {
        this.terms = terms;
        this.structure = structure;
        this.words = words;
        this.answers = answers;
    }

    /** @param en absent: the Vietnamese name */
    record NameBody(
            @NotBlank @Size(max = 300) String vi,
            @Nullable @Size(min = 1, max = 300) String en) {}

    /**
     * @param rank     place among the others, low first; absent: 100
     * @param track    of a form of award: the only one it is given in
     * @param from     first day; absent: ever since
     * @param to       last day; absent: still
     * @param province the unit whose own term it is; absent: everybody's
     */
    record TermBody(
            @NotNull @Valid NameBody name,
            @Nullable @Min(0) @Max(100_000) Integer rank,
            @Nullable @Pattern(regexp = Words.CODE) String track,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable @Pattern(regexp = FormBody.CODE) String province) {

        Definition toDefinition() {
            return new Definition(name.vi(), name.en(), rank == null ? 100 : rank, track, from, to, province);
        }
    }

    @Operation(
            summary = "Add a term to a vocabulary, change it or end it (danh mục)",
            description =
                    "Vocabularies: level, track, unit-kind, award-form, grade, evidence-kind, force-role, usual-field."
                            + " A term is never removed; \"to\" is its last day. It may be used at once, everywhere.")
    @PutMapping("/api/v1/terms/{vocabulary}/{code}")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> describe(
            @PathVariable String vocabulary,
            @PathVariable @Pattern(regexp = Words.CODE) String code,
            ExpectedVersion expected,
            @Valid @RequestBody TermBody body,
            RequestContext context) {
        if (!Words.VOCABULARIES.contains(vocabulary)) {
            throw new Refused(Refusal.because(
                    RegistrationReason.VOCABULARY_UNKNOWN, vocabulary, String.join(", ", Words.VOCABULARIES)));
        }
        var id = Term.id(vocabulary, code);
        var command = new Describe(vocabulary, code, body.toDefinition(), faults(vocabulary, body));
        var outcome = expected.handle(version -> terms.handle(CommandEnvelope.of(id, command, context, version)));
        var added = outcome instanceof Outcome.Stored<?> stored && stored.version() == 1;
        var answer = Map.of("vocabulary", vocabulary, "code", code);
        return added
                ? answers.created(outcome, "/api/v1/terms/" + vocabulary + "/" + code, _ -> answer)
                : answers.ok(outcome, _ -> answer);
    }

    private List<Fault> faults(String vocabulary, TermBody body) {
        var faults = new ArrayList<Fault>();
        var track = body.track();
        if (track != null && !vocabulary.equals(Words.AWARD_FORM)) {
            faults.add(Fault.of("track", RegistrationReason.TRACK_OF_FORMS_ONLY));
        } else if (track != null) {
            words.of(Words.TRACK, track).fault("track", track, null).ifPresent(faults::add);
        }
        var province = body.province();
        if (province != null && !structure.ask(now -> now.has(province))) {
            faults.add(Fault.of("province", RegistrationReason.UNIT_UNKNOWN, province));
        }
        return faults;
    }
}
