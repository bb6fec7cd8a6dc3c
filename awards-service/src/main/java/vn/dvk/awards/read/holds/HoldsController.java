package vn.dvk.awards.read.holds;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.read.WiderHoldAnswer;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Holds on units and subjects. Those on one model are in its answer. */
@RestController
@Tag(name = "Holds")
class HoldsController {

    private final Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holds;

    HoldsController(Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holds) {
        this.holds = holds;
    }

    /**
     * The reason is in the single answer.
     *
     * @param until first day on which it is no more
     */
    record HoldsItem(
            String hold,
            @Nullable String type,
            @Nullable String id,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String until) {
        static HoldsItem of(Page.Row row) {
            return new HoldsItem(
                    row.id(), row.text("type"), row.text("of"), row.text("kind"), row.text("from"), row.text("until"));
        }
    }

    @GetMapping("/api/v1/holds")
    Page<HoldsItem> holds(
            @RequestParam(required = false) HoldTarget.@Nullable Type type,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>();
        filters.addAll(Page.equal("type", type));
        filters.addAll(Page.equal("of", id));
        return Page.of(holds.documents(), filters, "id", cursor, limit, HoldsItem::of);
    }

    @GetMapping("/api/v1/holds/{hold}")
    ResponseEntity<WiderHoldAnswer> hold(@PathVariable String hold) {
        var found = holds.find(hold).orElseThrow(() -> new Refused(AwardsReason.HOLD_UNKNOWN, hold));
        return ResponseEntity.ok()
                .eTag(new ETag(found.version()).toString())
                .body(WiderHoldAnswer.of(hold, found.state()));
    }
}
