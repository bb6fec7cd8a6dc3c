package vn.dvk.awards.read.recognitions;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.stream.Streams;

/** Sổ công nhận: recognitions, in the order of their models' codes. */
@RestController
@Tag(name = "Recognition")
class RecognitionsController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final DecisionRegister register;

    RecognitionsController(Streams<DossierCommand, Dossier, DossierEvent> dossiers, DecisionRegister register) {
        this.dossiers = dossiers;
        this.register = register;
    }

    /**
     * @param decision as it reads now
     * @param flagged  that the conclusion it rests on was voided, and why
     * @param asKnown    its day, as far as it is known where that is less: 2018, 10/2019
     * @param incomplete what its papers do not tell
     */
    record RecognitionsItem(
            String recognition,
            String model,
            @Nullable String code,
            @Nullable String name,
            @Nullable String programme,
            @Nullable String unit,
            String level,
            String on,
            @Nullable DecisionPaper decision,
            boolean stands,
            @Nullable VoidedConclusion flagged,
            @Nullable String asKnown,
            List<String> incomplete) {
        static RecognitionsItem of(Page.Row row, Document one, UnaryOperator<DecisionPaper> now) {
            return new RecognitionsItem(
                    one.getString("recognition"),
                    row.id(),
                    row.text("code"),
                    row.text("name"),
                    row.text("programme"),
                    row.text("unit"),
                    one.getString("level"),
                    one.getString("on"),
                    now.apply(paper(one)),
                    one.getBoolean("stands", false),
                    one.get("flagged") instanceof Document why
                            ? new VoidedConclusion(why.getString("reason"), why.getString("on"))
                            : null,
                    one.getString("asKnown"),
                    one.getList("incomplete", String.class, List.of()));
        }

        private static DecisionPaper paper(Document one) {
            var precision = one.getString("precision");
            return new DecisionPaper(
                    one.getString("decision"),
                    one.getString("number"),
                    LocalDate.parse(one.getString("date")),
                    one.getString("issuer"),
                    List.of(),
                    precision == null ? null : Precision.valueOf(precision));
        }

        boolean needsAttention() {
            return stands && flagged != null;
        }
    }

    record VoidedConclusion(String reason, String on) {}

    record RecognitionsPage(
            List<RecognitionsItem> items, @Nullable String next) {}

    /**
     * @param flagged {@code true}: only those that stand on a conclusion that was voided since, for the authority to look
     *                at; flagged until it is revoked
     * @param limit   how many models a page looks at; each may have several recognitions
     */
    @GetMapping("/api/v1/recognitions")
    RecognitionsPage recognitions(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean flagged,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filters = new ArrayList<Bson>();
        filters.addAll(Page.equal("programme", programme));
        filters.addAll(Page.equal("unit", unit));
        filters.add(flagged ? Filters.eq("view.flagged", true) : Filters.exists("view.recognitions.0"));
        var page = Page.of(dossiers.documents(), filters, "code", cursor, limit, row -> row);
        var now = register.reading(page.items().stream()
                .flatMap(row -> row.view().getList("decisions", String.class, List.of()).stream())
                .distinct()
                .toList());
        return new RecognitionsPage(
                page.items().stream()
                        .flatMap(row -> items(row, now))
                        .filter(one -> !flagged || one.needsAttention())
                        .toList(),
                page.next());
    }

    private static Stream<RecognitionsItem> items(Page.Row row, UnaryOperator<DecisionPaper> now) {
        return row.view().getList("recognitions", Document.class, List.of()).stream()
                .map(one -> RecognitionsItem.of(row, one, now));
    }
}
