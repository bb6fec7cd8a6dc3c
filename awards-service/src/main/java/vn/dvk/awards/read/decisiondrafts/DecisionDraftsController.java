package vn.dvk.awards.read.decisiondrafts;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.read.DecisionDraftAnswer;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.DecisionDrafts;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Dự thảo quyết định: what is being prepared, until it is issued. */
@RestController
@Tag(name = "Decisions")
class DecisionDraftsController {

    private final DecisionDrafts drafts;

    DecisionDraftsController(DecisionDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/api/v1/decision-drafts")
    Page<DecisionDraftAnswer> drafts(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var found = drafts.documents()
                .find(Filters.gt("_id", cursor == null ? "" : cursor))
                .sort(new Document("_id", 1))
                .limit(limit + 1)
                .into(new ArrayList<>());
        List<Document> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                page.stream()
                        .map(one -> DecisionDraftAnswer.of(one.getString("_id"), DecisionDrafts.draft(one)))
                        .toList(),
                found.size() > limit ? page.getLast().getString("_id") : null);
    }

    @GetMapping("/api/v1/decision-drafts/{id}")
    ResponseEntity<DecisionDraftAnswer> draft(@PathVariable String id) {
        var found = drafts.find(id).orElseThrow(() -> new Refused(AwardsReason.DECISION_DRAFT_UNKNOWN, id));
        return ResponseEntity.ok().eTag(new ETag(found.version()).toString()).body(DecisionDraftAnswer.of(found));
    }
}
