package vn.dvk.awards.read.models;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.SearchText;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.kit.stream.Streams;

/** Models in the order of their codes. */
@RestController
@Tag(name = "Models")
class ModelsController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;

    private final WiderHolds holds;

    ModelsController(Streams<DossierCommand, Dossier, DossierEvent> dossiers, WiderHolds holds) {
        this.dossiers = dossiers;
        this.holds = holds;
    }

    /**
     * @param levels at which a recognition stands
     * @param award  form of the standing award
     */
    record ModelsItem(
            String model,
            @Nullable String code,
            @Nullable String name,
            @Nullable String programme,
            @Nullable String unit,
            @Nullable String field,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String state,
            List<String> levels,
            @Nullable String award) {

        static ModelsItem of(Page.Row row, Set<HoldTarget> held) {
            return new ModelsItem(
                    row.id(),
                    row.text("code"),
                    row.text("name"),
                    row.text("programme"),
                    row.text("unit"),
                    row.text("field"),
                    row.text("kind"),
                    row.text("subject"),
                    stage(row, held),
                    row.view().getList("levels", String.class, List.of()),
                    row.text("award"));
        }

        private static @Nullable String stage(Page.Row row, Set<HoldTarget> held) {
            var own = row.text("state");
            var isHeld = row.text("unit") instanceof String unit
                    && WiderHolds.targets(unit, row.text("subjectId")).anyMatch(held::contains);
            return isHeld && !Dossier.Stage.WITHDRAWN.name().equals(own) ? Dossier.Stage.ON_HOLD.name() : own;
        }
    }

    /**
     * @param state      {@code ON_HOLD} also of those whose unit or subject is on hold
     * @param incomplete {@code true}: only those with a standing award of which something is missing, above all the amount
     * @param q          part of the code or name; case and diacritics do not matter
     */
    @GetMapping("/api/v1/models")
    Page<ModelsItem> models(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) Dossier.@Nullable Stage state,
            @RequestParam(defaultValue = "false") boolean incomplete,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>();
        filters.addAll(Page.equal("programme", programme));
        var held = holds.standing();
        if (state != null) {
            filters.add(inState(state, held));
        }
        if (incomplete) {
            filters.add(Filters.eq("view.incomplete", true));
        }
        if (q != null && !q.isBlank()) {
            filters.add(Filters.regex("view.search", Pattern.quote(SearchText.fold(q.strip()))));
        }
        return Page.of(dossiers.documents(), filters, "code", cursor, limit, row -> ModelsItem.of(row, held));
    }

    /** By its own state, unless its unit or subject is on hold: then it is too, as long as it is not withdrawn. */
    private static Bson inState(Dossier.Stage state, Set<HoldTarget> held) {
        var own = Filters.eq("view.state", state.name());
        var units = ids(held, HoldTarget.Type.UNIT);
        var subjects = ids(held, HoldTarget.Type.SUBJECT);
        return switch (state) {
            case WITHDRAWN -> own;
            case ON_HOLD ->
                Filters.or(
                        own,
                        Filters.and(
                                Filters.or(Filters.in("view.unit", units), Filters.in("view.subjectId", subjects)),
                                Filters.ne("view.state", Dossier.Stage.WITHDRAWN.name())));
            case REGISTERED, EVALUATED, REFUSED, RECOGNIZED ->
                Filters.and(own, Filters.nin("view.unit", units), Filters.nin("view.subjectId", subjects));
        };
    }

    private static List<String> ids(Set<HoldTarget> held, HoldTarget.Type type) {
        return held.stream()
                .filter(one -> one.type() == type)
                .map(HoldTarget::id)
                .toList();
    }
}
