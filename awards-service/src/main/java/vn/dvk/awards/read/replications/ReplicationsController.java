package vn.dvk.awards.read.replications;

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
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.HistoryAnswer;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.read.ReplicationAnswer;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Sổ nhân rộng: the register of replications. */
@RestController
@Tag(name = "Replication")
class ReplicationsController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;

    ReplicationsController(Streams<ReplicationCommand, Replication, ReplicationEvent> replications) {
        this.replications = replications;
    }

    record ReplicationsItem(
            String id,
            @Nullable String model,
            @Nullable String unit,
            @Nullable String place,
            @Nullable String state,
            boolean ownModel,
            @Nullable String proposedOn,
            @Nullable String startedOn,
            @Nullable String replica,
            @Nullable String confirmedOn,
            @Nullable String stoppedOn) {

        static ReplicationsItem of(Page.Row row) {
            return new ReplicationsItem(
                    row.id(),
                    row.text("model"),
                    row.text("unit"),
                    row.text("place"),
                    row.text("state"),
                    row.view().getBoolean("ownModel", false),
                    row.text("proposedOn"),
                    row.text("startedOn"),
                    row.text("replica"),
                    row.text("confirmedOn"),
                    row.text("stoppedOn"));
        }
    }

    @GetMapping("/api/v1/replications")
    Page<ReplicationsItem> replications(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) Replication.@Nullable Stage state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>();
        filters.addAll(Page.equal("model", model));
        filters.addAll(Page.equal("state", state));
        return Page.of(replications.documents(), filters, "id", cursor, limit, ReplicationsItem::of);
    }

    @GetMapping("/api/v1/replications/{id}")
    ResponseEntity<ReplicationAnswer> replication(@PathVariable String id) {
        var found = replications.find(id).orElseThrow(() -> new Refused(AwardsReason.REPLICATION_UNKNOWN));
        return ResponseEntity.ok().eTag(new ETag(found.version()).toString()).body(ReplicationAnswer.of(found.state()));
    }

    @GetMapping("/api/v1/replications/{id}/history")
    HistoryAnswer history(@PathVariable String id) {
        replication(id);
        return HistoryAnswer.of(replications.history(id), replications::nameOf);
    }
}
