package vn.dvk.awards.read.models;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.SearchText;
import vn.dvk.kit.stream.Streams;

/** Models in the order of their codes. */
@RestController
@Tag(name = "Models")
class ModelsController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;

    ModelsController(Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        this.dossiers = dossiers;
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

        static ModelsItem of(Page.Row row) {
            return new ModelsItem(
                    row.id(),
                    row.text("code"),
                    row.text("name"),
                    row.text("programme"),
                    row.text("unit"),
                    row.text("field"),
                    row.text("kind"),
                    row.text("subject"),
                    row.text("state"),
                    row.view().getList("levels", String.class, List.of()),
                    row.text("award"));
        }
    }

    /**
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
        filters.addAll(Page.equal("state", state));
        if (incomplete) {
            filters.add(Filters.eq("view.incomplete", true));
        }
        if (q != null && !q.isBlank()) {
            filters.add(Filters.regex("view.search", Pattern.quote(SearchText.fold(q.strip()))));
        }
        return Page.of(dossiers.documents(), filters, "code", cursor, limit, ModelsItem::of);
    }
}
