package vn.dvk.awards.read.decisions;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.read.DecisionAnswer;
import vn.dvk.awards.read.HistoryAnswer;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.read.decisions.Corrections.Correction;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Sổ quyết định: by issuer and year, in the order of the numbers. */
@RestController
@Tag(name = "Decisions")
class DecisionsController {

    private final Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions;
    private final Decided decided;

    DecisionsController(Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions, Decided decided) {
        this.decisions = decisions;
        this.decided = decided;
    }

    /**
     * @param number      absent while it is not known
     * @param decided     how much rests on it
     * @param named       n of m: how many recognitions and awards name it,
     * @param items       of how many that it announces; absent: it does not say
     * @param corrections what was corrected, when, by whom and why
     */
    record DecisionsItem(
            String decision,
            DecisionAnswer.State state,
            @Nullable String number,
            String date,
            String issuer,
            @Nullable String unit,
            @Nullable String signer,
            @Nullable String capacity,
            Decided.Counts decided,
            int named,
            @Nullable Integer items,
            List<Correction> corrections,
            @Nullable RevokedDecision revoked,
            List<String> incomplete) {}

    record RevokedDecision(String reason, String on, String effect) {}

    record DecisionsPage(
            List<DecisionsItem> items, @Nullable String next) {}

    /** @param named n of m: how many recognitions and awards name it, of the {@code items} that the decision announces */
    record DecisionBody(DecisionAnswer decision, Decided.Counts decided, int named, List<Correction> corrections) {}

    /**
     * @param issuer name as written; case and blanks do not matter
     * @param unit   code of the unit that issued it
     */
    @GetMapping("/api/v1/decisions")
    DecisionsPage decisions(
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>();
        filters.addAll(Page.equal("folded", issuer == null ? null : DecisionText.folded(issuer)));
        filters.addAll(Page.equal("unit", unit));
        filters.addAll(Page.equal("year", year));
        var page = Page.of(decisions.documents(), filters, "sort", cursor, limit, row -> row);
        var counts = decided.by(page.items().stream().map(Page.Row::id).toList());
        return new DecisionsPage(
                page.items().stream()
                        .map(row -> item(row, counts.getOrDefault(row.id(), Decided.Counts.NONE)))
                        .toList(),
                page.next());
    }

    private DecisionsItem item(Page.Row row, Decided.Counts counts) {
        return new DecisionsItem(
                row.id(),
                DecisionAnswer.State.of(
                        row.view().containsKey("revoked"), row.view().getInteger("corrections", 0)),
                row.text("number"),
                String.valueOf(row.text("date")),
                String.valueOf(row.text("issuer")),
                row.text("unit"),
                row.text("signer"),
                row.text("capacity"),
                counts,
                counts.given(),
                row.view().getInteger("items"),
                // Few are corrected, so few histories are read.
                row.view().getInteger("corrections", 0) == 0 ? List.of() : Corrections.in(decisions.history(row.id())),
                row.view().get("revoked") instanceof Document by
                        ? new RevokedDecision(by.getString("reason"), by.getString("on"), by.getString("effect"))
                        : null,
                row.view().getList("incomplete", String.class, List.of()));
    }

    @GetMapping("/api/v1/decisions/{decision}")
    ResponseEntity<DecisionBody> decision(@PathVariable String decision) {
        var found = decisions.find(decision).orElseThrow(() -> new Refused(AwardsReason.DECISION_UNKNOWN, decision));
        var counts = decided.by(List.of(decision)).getOrDefault(decision, Decided.Counts.NONE);
        return ResponseEntity.ok()
                .eTag(new ETag(found.version()).toString())
                .body(new DecisionBody(
                        DecisionAnswer.of(decision, found.state()),
                        counts,
                        counts.given(),
                        Corrections.in(decisions.history(decision))));
    }

    @GetMapping("/api/v1/decisions/{decision}/history")
    HistoryAnswer history(@PathVariable String decision) {
        decision(decision);
        return HistoryAnswer.of(decisions.history(decision), decisions::nameOf);
    }
}
