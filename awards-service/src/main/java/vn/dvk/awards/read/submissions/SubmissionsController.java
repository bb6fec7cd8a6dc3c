package vn.dvk.awards.read.submissions;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.read.HistoryAnswer;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.read.SubmissionAnswer;
import vn.dvk.awards.store.SubmissionDrafts;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Tờ trình: what waits for whom, and what became of it. */
@RestController
@Tag(name = "Submissions")
class SubmissionsController {

    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;
    private final SubmissionDrafts drafts;

    SubmissionsController(
            Streams<SubmissionCommand, Submission, SubmissionEvent> submissions, SubmissionDrafts drafts) {
        this.submissions = submissions;
        this.drafts = drafts;
    }

    /** Where a submission stands. */
    enum SubmissionState {
        DRAFT,
        SENT,
        RETURNED,
        DECIDED
    }

    /**
     * @param to       code of the unit it is addressed to
     * @param toName   of the authority, as written
     * @param asked    how many items it has
     * @param answered how many of them are answered
     */
    record SubmissionsItem(
            String submission,
            @Nullable String state,
            @Nullable String number,
            @Nullable String from,
            @Nullable String to,
            @Nullable String toName,
            @Nullable String sentOn,
            int asked,
            int answered) {

        static SubmissionsItem of(Page.Row row) {
            return new SubmissionsItem(
                    row.id(),
                    row.text("state"),
                    row.text("number"),
                    row.text("from"),
                    row.text("to"),
                    row.text("toName"),
                    row.text("sentOn"),
                    row.view().getInteger("asked", 0),
                    row.view().getInteger("answered", 0));
        }
    }

    record SubmissionsPage(
            List<SubmissionsItem> items, @Nullable String next) {}

    /**
     * Those that wait for an authority are the SENT ones addressed to it.
     *
     * @param from  code of the unit that asks
     * @param to    code of the unit that is asked
     * @param state DRAFT for what was never sent; without a state, all that was
     */
    @GetMapping("/api/v1/submissions")
    SubmissionsPage submissions(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable SubmissionState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>();
        filters.addAll(Page.equal("state", state));
        filters.addAll(Page.equal("from", from));
        filters.addAll(Page.equal("to", to));
        var documents = state == SubmissionState.DRAFT ? drafts.documents() : submissions.documents();
        var page = Page.of(documents, filters, "id", cursor, limit, SubmissionsItem::of);
        return new SubmissionsPage(page.items(), page.next());
    }

    @GetMapping("/api/v1/submissions/{id}")
    ResponseEntity<SubmissionAnswer> submission(@PathVariable String id) {
        var found = drafts.current(id).orElseThrow(() -> new Refused(AwardsReason.SUBMISSION_UNKNOWN, id));
        return ResponseEntity.ok().eTag(new ETag(found.version()).toString()).body(SubmissionAnswer.of(found));
    }

    /** From its sending on: what was typed before is on no record. */
    @GetMapping("/api/v1/submissions/{id}/history")
    HistoryAnswer history(@PathVariable String id) {
        submission(id);
        return HistoryAnswer.of(submissions.history(id), submissions::nameOf);
    }
}
