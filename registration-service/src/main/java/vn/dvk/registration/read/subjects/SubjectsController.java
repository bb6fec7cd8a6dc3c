package vn.dvk.registration.read.subjects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.read.Privacy;
import vn.dvk.registration.read.SubjectAnswer;
import vn.dvk.registration.store.Subjects;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;

/** The subject register. */
@RestController
@Tag(name = "Subjects")
class SubjectsController {

    private final Subjects subjects;

    SubjectsController(Subjects subjects) {
        this.subjects = subjects;
    }

    @Operation(
            summary =
                    "Subjects by name (with or without diacritics), type and unit; those erased are not found by name")
    @GetMapping("/api/v1/subjects")
    Page<SubjectAnswer> subjects(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable SubjectType type,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor,
            WebRequest request) {
        var after = cursor == null ? null : cursor.values(1).getFirst();
        return Page.of(
                subjects.list(q, type, unit, limit + 1, after),
                limit,
                Privacy.of(request)::shown,
                last -> Cursor.of(last.subject().id()));
    }
}
