package vn.dvk.awards.read.movementawards;

import com.mongodb.client.model.Filters;
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
import vn.dvk.awards.domain.Rest;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.read.HistoryAnswer;
import vn.dvk.awards.read.MovementAwardAnswer;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Sổ khen thưởng phong trào: the register of awards for the movement. */
@RestController
@Tag(name = "Movement awards")
class MovementAwardsController {

    private final Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards;
    private final DecisionRegister register;

    MovementAwardsController(
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards, DecisionRegister register) {
        this.awards = awards;
        this.register = register;
    }

    record MovementAwardsItem(
            String award,
            @Nullable String programme,
            @Nullable String recipient,
            @Nullable String unit,
            @Nullable String subject,
            @Nullable String form,
            @Nullable String track,
            @Nullable String on,
            boolean stands,
            List<String> incomplete) {

        static MovementAwardsItem of(Page.Row row) {
            return new MovementAwardsItem(
                    row.id(),
                    row.text("programme"),
                    row.text("recipient"),
                    row.text("unit"),
                    row.text("subject"),
                    row.text("form"),
                    row.text("track"),
                    row.text("on"),
                    row.view().getBoolean("stands", false),
                    row.view().getList("incomplete", String.class, List.of()));
        }
    }

    /** @param incomplete {@code true}: only those of which something is missing, above all the amount */
    @GetMapping("/api/v1/movement-awards")
    Page<MovementAwardsItem> awards(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "false") boolean incomplete,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>(Page.equal("programme", programme));
        if (incomplete) {
            filters.add(Filters.exists("view.incomplete.0"));
        }
        return Page.of(awards.documents(), filters, "id", cursor, limit, MovementAwardsItem::of);
    }

    @GetMapping("/api/v1/movement-awards/{award}")
    ResponseEntity<MovementAwardAnswer> award(@PathVariable String award) {
        var found = awards.find(award).orElseThrow(() -> new Refused(AwardsReason.AWARD_UNKNOWN, award));
        return ResponseEntity.ok()
                .eTag(new ETag(found.version()).toString())
                .body(MovementAwardAnswer.of(award, reading(found.state())));
    }

    private MovementAward reading(MovementAward state) {
        return switch (state) {
            case MovementAward.NotOpened() -> state;
            case MovementAward.Given given ->
                given.reading(register.reading(
                        given.rests().stream().map(Rest::decision).distinct().toList()));
        };
    }

    @GetMapping("/api/v1/movement-awards/{award}/history")
    HistoryAnswer history(@PathVariable String award) {
        award(award);
        return HistoryAnswer.of(awards.history(award), awards::nameOf);
    }
}
