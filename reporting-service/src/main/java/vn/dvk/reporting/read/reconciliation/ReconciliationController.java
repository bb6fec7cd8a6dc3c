package vn.dvk.reporting.read.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.claims.KeptClaims;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.read.Texts;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;

@RestController
class ReconciliationController {

    private final Reconciler reconciler;
    private final KeptClaims claims;
    private final MessageSource texts;
    private final Clock clock;

    ReconciliationController(Reconciler reconciler, KeptClaims claims, MessageSource texts, Clock clock) {
        this.reconciler = reconciler;
        this.claims = claims;
        this.texts = texts;
        this.clock = clock;
    }

    record Answer(String programme, LocalDate asOf, Instant asKnown, List<Figure> figures, List<Equation> identities) {}

    /**
     * @param atLeast      true if that many or more were claimed
     * @param counted      where it is compared, how many more there are
     * @param difference   claimed − counted
     * @param names        where to read which ones were counted
     * @param comparedWith the count it is compared with
     */
    record Figure(
            String id,
            @Nullable String text,
            @Nullable BigDecimal claimed,
            @Nullable Boolean atLeast,
            @Nullable BigDecimal counted,
            @Nullable BigDecimal difference,
            String verdict,
            @Nullable Cause cause,
            @Nullable String names,
            @Nullable Compared comparedWith) {}

    record Compared(@Nullable BigDecimal counted, String names) {}

    record Cause(String code, String text) {}

    /** @param difference left − right */
    record Equation(
            String id,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            String relation,
            @Nullable BigDecimal difference,
            String verdict,
            @Nullable Hint hint) {}

    record Hint(
            String code,
            String text,
            @Nullable String figure,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) {}

    /** Computes and stores nothing, so it needs no idempotency key, and whoever may read may ask. */
    @PostMapping("/api/v1/reconciliations")
    @Allowed(roles = "'OFFICER', 'REVIEWER', 'COUNCIL', 'AUTHORITY', 'VIEWER', 'ADMINISTRATOR'")
    @Operation(
            summary = "Published figures against the registry",
            description =
                    "counts is a filter as in /api/v1/counts. With atLeast that many or more match; with comparedWith,"
                            + " another filter, the figure says how many more the first counts than the second. Stores nothing;"
                            + " needs no Idempotency-Key.")
    Answer reconcile(@Valid @RequestBody Claim claim) {
        var asOf = reconciler.asOf(claim);
        var asKnown = Parameters.known("asKnown", claim.asKnown());
        var words = Texts.of(texts);
        var equations = new Equations(Reconciler.claimed(claim.published()));
        return new Answer(
                claim.programme(),
                asOf,
                asKnown.at() == null ? clock.instant() : asKnown.at(),
                claim.published().stream()
                        .map(figure -> figure(reconciler.check(figure, claim, asOf, asKnown), words))
                        .toList(),
                claim.identities() == null
                        ? List.of()
                        : claim.identities().stream()
                                .map(equation -> equation(equation.id(), equations.check(equation), words))
                                .toList());
    }

    /** Now, or as known at another moment; a claim itself never changes. */
    @GetMapping("/api/v1/claims/{claim}/reconciliation")
    @Operation(
            summary = "A claim's figures against the registry",
            description = "As POST /api/v1/reconciliations of the same figures.")
    Answer reconcile(@PathVariable String claim, @RequestParam(required = false) @Nullable String asKnown) {
        return reconcile(claims.find(claim)
                .map(kept -> Claim.of(kept.statement(), asKnown))
                .orElseThrow(() -> Refused.notFound("claim", claim)));
    }

    private static Figure figure(Reconciler.Checked checked, Texts words) {
        var claimed = checked.figure().value();
        var counted = checked.counted();
        var cause = checked.cause();
        return new Figure(
                checked.figure().id(),
                checked.figure().text(),
                claimed,
                checked.figure().atLeast(),
                counted,
                claimed == null || counted == null ? null : claimed.subtract(counted),
                code(checked.verdict()),
                cause == null ? null : new Cause(code(cause), words.get("cause." + code(cause))),
                checked.count() == null ? null : names(checked.count()),
                checked.compared() == null
                        ? null
                        : new Compared(checked.compared().counted(), names(checked.compared())));
    }

    private static String names(Reconciler.Count count) {
        return "/api/v1/facts?" + count.filter().query();
    }

    private static Equation equation(String id, Equations.Checked checked, Texts words) {
        var left = checked.left();
        var right = checked.right();
        var verdict = !checked.checkable() ? "not-checkable" : checked.holds() ? "holds" : "fails";
        return new Equation(
                id,
                left,
                right,
                checked.relation() == Equations.Relation.EQUALS ? "equals" : "atMost",
                left == null || right == null ? null : left.subtract(right),
                verdict,
                hint(checked, words));
    }

    private static @Nullable Hint hint(Equations.Checked checked, Texts words) {
        var swap = checked.swap();
        return swap == null
                ? null
                : new Hint(
                        "swapped-digits",
                        words.get(
                                "hint.swapped-digits",
                                swap.figure(),
                                words.number(swap.from()),
                                words.number(swap.to())),
                        swap.figure(),
                        swap.from(),
                        swap.to());
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
