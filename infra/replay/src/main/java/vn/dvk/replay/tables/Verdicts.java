package vn.dvk.replay.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.plan.Plan;

/** Whether counting says about a case what the case expects. What a case does not state is not expected. */
public final class Verdicts {

    /** How a case writes which digits it expects to be swapped, for example {@code 2.298 -> 2.289}. */
    private static final Pattern SWAP = Pattern.compile("([\\d.]*\\d)\\s*->\\s*([\\d.]*\\d)");

    private final List<String> deviations = new ArrayList<>();

    private Verdicts() {}

    /** One sentence for each thing that is not as expected; none when all is. */
    public static List<String> deviations(Plan plan, Reconciliation counted) {
        var verdicts = new Verdicts();
        for (var figure : plan.of().published()) {
            verdicts.compare(figure, counted.figures().get(figure.id()));
        }
        for (var identity : plan.of().identities()) {
            verdicts.compare(identity, counted.identities().get(identity.id()));
        }
        var planned = elsewhere(plan);
        for (var elsewhere : counted.elsewhere()) {
            var movement = new Movement(elsewhere.programme(), elsewhere.track());
            var expected = planned.getOrDefault(movement, Map.of());
            if (!expected.equals(elsewhere.awarded())) {
                verdicts.add(elsewhere.programme(), String.valueOf(elsewhere.awarded()), expected.toString());
            }
        }
        return List.copyOf(verdicts.deviations);
    }

    /** Another programme than the case's own, on one track. */
    public record Movement(String programme, String track) {}

    /** What the case commends under other programmes, per programme, track and subject. */
    public static Map<Movement, Map<String, Long>> elsewhere(Plan plan) {
        var own = plan.of().programme().code();
        var elsewhere = new LinkedHashMap<Movement, Map<String, Long>>();
        for (var award : plan.movementAwards()) {
            if (!award.programme().equals(own)) {
                var subjects =
                        elsewhere.computeIfAbsent(new Movement(award.programme(), award.track()), _ -> new TreeMap<>());
                award.recipients().forEach(one -> subjects.merge(one.subject().name(), 1L, Long::sum));
            }
        }
        return elsewhere;
    }

    private void compare(Case.Published figure, Reconciliation.@Nullable Figure counted) {
        if (counted == null) {
            unanswered(figure.id());
            return;
        }
        if (figure.expected() instanceof String verdict) {
            compareWord(figure.id(), verdict, counted.verdict());
        }
        compareNumber(figure.id() + " (chênh lệch)", figure.difference(), counted.difference());
    }

    private void compare(Case.Identity identity, Reconciliation.@Nullable Identity counted) {
        if (counted == null) {
            unanswered(identity.id());
            return;
        }
        if (identity.expected() instanceof String verdict) {
            compareWord(identity.id(), verdict, counted.verdict());
        }
        compareNumber(identity.id() + " (chênh lệch)", identity.difference(), counted.difference());
        if (identity.hint() instanceof String hint) {
            compareHint(identity.id() + " (gợi ý)", hint, counted.hint());
        }
    }

    private void compareHint(String what, String expected, Reconciliation.@Nullable Hint hint) {
        if (hint == null) {
            add(what, "–", expected);
            return;
        }
        var swap = SWAP.matcher(expected);
        if (swap.find()) {
            compareNumber(what, number(swap.group(1)), hint.from());
            compareNumber(what, number(swap.group(2)), hint.to());
        }
    }

    /** Thousands are set off with points in these texts. */
    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(".", ""));
    }

    private void compareWord(String what, String expected, String counted) {
        if (!expected.equals(counted)) {
            add(what, counted, expected);
        }
    }

    private void compareNumber(String what, @Nullable BigDecimal expected, @Nullable BigDecimal counted) {
        if (expected != null && (counted == null || expected.compareTo(counted) != 0)) {
            add(what, counted == null ? "–" : Numbers.vietnamese(counted), Numbers.vietnamese(expected));
        }
    }

    private void unanswered(String id) {
        deviations.add(id + ": không có câu trả lời (no answer)");
    }

    private void add(String what, String counted, String expected) {
        deviations.add("%s: được %s, hồ sơ chờ %s (got %s, the case expects %s)"
                .formatted(what, counted, expected, counted, expected));
    }
}
