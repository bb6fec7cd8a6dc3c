package vn.dvk.registration.read.terms;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermCommand;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.registration.read.Listing;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;

/** The vocabularies. */
@RestController
@Tag(name = "Terms")
class TermsController {

    private final Streams<TermCommand, Term, TermEvent> terms;

    TermsController(Streams<TermCommand, Term, TermEvent> terms) {
        this.terms = terms;
    }

    @Operation(summary = "Terms of a vocabulary or of all, by name or code, in force on a day, and whose own they are")
    @GetMapping("/api/v1/terms")
    Page<Map<String, Object>> terms(
            @RequestParam(required = false) @Nullable String vocabulary,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("vocabulary", vocabulary);
        equal.put("province", province);
        return Listing.page(terms.documents(), equal, q, inForce(at), limit, cursor, Listing::viewOf);
    }

    private static List<Bson> inForce(@Nullable LocalDate at) {
        var conditions = new ArrayList<Bson>();
        if (at != null) {
            var day = at.toString();
            conditions.add(Filters.or(Filters.exists("view.from", false), Filters.lte("view.from", day)));
            conditions.add(Filters.or(Filters.exists("view.to", false), Filters.gte("view.to", day)));
        }
        return conditions;
    }
}
