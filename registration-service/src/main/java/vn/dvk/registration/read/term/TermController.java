package vn.dvk.registration.read.term;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermCommand;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One term. */
@RestController
@Tag(name = "Terms")
class TermController {

    private final Streams<TermCommand, Term, TermEvent> terms;

    TermController(Streams<TermCommand, Term, TermEvent> terms) {
        this.terms = terms;
    }

    record TermName(String vi, @Nullable String en) {}

    /** @param byHand whether somebody has said so, and not the set that comes with the platform */
    record TermAnswer(
            String vocabulary,
            String code,
            TermName name,
            int rank,
            @Nullable String track,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String province,
            boolean byHand) {}

    @Operation(summary = "A term with its names and days")
    @GetMapping("/api/v1/terms/{vocabulary}/{code}")
    ResponseEntity<TermAnswer> term(@PathVariable String vocabulary, @PathVariable String code) {
        var id = Term.id(vocabulary, code);
        var found = terms.find(id).orElseThrow(() -> Refused.notFound("term", id));
        return switch (found.state()) {
            case Term.Unknown() -> throw Refused.notFound("term", id);
            case Term.Known(var of, var known, var it, var byHand, var _, var _) ->
                ResponseEntity.ok()
                        .eTag(new ETag(found.version()).toString())
                        .body(new TermAnswer(
                                of,
                                known,
                                new TermName(it.vi(), it.en()),
                                it.rank(),
                                it.track(),
                                it.from(),
                                it.to(),
                                it.province(),
                                byHand));
        };
    }
}
