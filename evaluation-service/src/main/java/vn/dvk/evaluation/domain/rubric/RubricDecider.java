package vn.dvk.evaluation.domain.rubric;

import static vn.dvk.evaluation.domain.EvaluationReason.BANDS_NOT_ASCENDING;
import static vn.dvk.evaluation.domain.EvaluationReason.BANDS_NOT_FROM_ZERO;
import static vn.dvk.evaluation.domain.EvaluationReason.BAND_OUT_OF_RANGE;
import static vn.dvk.evaluation.domain.EvaluationReason.CODE_RESERVED;
import static vn.dvk.evaluation.domain.EvaluationReason.CODE_TWICE;
import static vn.dvk.evaluation.domain.EvaluationReason.PASSES_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.PASSES_NOT_ASCENDING;
import static vn.dvk.evaluation.domain.EvaluationReason.RUBRIC_NOT_RIGHT;
import static vn.dvk.evaluation.domain.EvaluationReason.RUBRIC_RELEASED;
import static vn.dvk.evaluation.domain.EvaluationReason.TOO_MANY_DECIMALS;
import static vn.dvk.evaluation.domain.EvaluationReason.VERSION_RESERVED;
import static vn.dvk.evaluation.domain.EvaluationReason.WEIGHTS_NOT_HUNDRED;
import static vn.dvk.evaluation.domain.EvaluationReason.WEIGHT_NOT_POSITIVE;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dvk.evaluation.domain.rubric.RubricCommand.Release;
import vn.dvk.evaluation.domain.rubric.RubricEvent.Released;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The rules about rubrics. A released version is what scores were given by, so it never changes. */
public final class RubricDecider implements Decider<RubricCommand, Rubrics, RubricEvent> {

    @Override
    public Rubrics initial() {
        return Rubrics.NONE;
    }

    @Override
    public Decision<RubricEvent> decide(RubricCommand command, Rubrics state) {
        return switch (command) {
            case Release(var rubric, var wrongWords) -> release(rubric, wrongWords, state);
        };
    }

    private static Decision<RubricEvent> release(Rubric rubric, List<Fault> wrongWords, Rubrics state) {
        var before = state.find(rubric.subject(), rubric.version());
        if (before.isPresent()) {
            return before.get().equals(rubric)
                    ? nothingNew()
                    : refuse(RUBRIC_RELEASED, rubric.version(), rubric.subject());
        }
        var faults = faults(rubric);
        wrongWords.stream()
                .filter(word -> faults.stream().noneMatch(fault -> fault.field().equals(word.field())))
                .forEach(faults::add);
        return faults.isEmpty() ? accept(new Released(rubric)) : refuse(Refusal.of(RUBRIC_NOT_RIGHT, faults));
    }

    private static List<Fault> faults(Rubric rubric) {
        var faults = new ArrayList<Fault>();
        if (rubric.version().equals(Rubric.DEFAULT_VERSION)) {
            faults.add(Fault.of("version", VERSION_RESERVED, Rubric.DEFAULT_VERSION));
        }
        checkCriteria(rubric, faults);
        checkBands(rubric.bands(), faults);
        return faults;
    }

    private static void checkCriteria(Rubric rubric, List<Fault> faults) {
        var codes = new HashSet<String>();
        check("criteria", rubric.criteria(), codes, faults);
        check("bonus", rubric.bonus(), codes, faults);
        var sum = Points.sum(rubric.criteria().stream().map(Criterion::max).toList());
        if (sum != Rubric.MAXIMUM) {
            faults.add(Fault.of("criteria", WEIGHTS_NOT_HUNDRED, Points.text(sum)));
        }
    }

    private static void check(String list, List<Criterion> criteria, Set<String> codes, List<Fault> faults) {
        for (var i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            if (!codes.add(criterion.code())) {
                faults.add(Fault.of("%s[%d].code".formatted(list, i), CODE_TWICE, criterion.code()));
            }
            if (criterion.max() <= 0) {
                faults.add(Fault.of("%s[%d].max".formatted(list, i), WEIGHT_NOT_POSITIVE));
            } else if (Points.hasTooManyDecimals(criterion.max())) {
                faults.add(Fault.of("%s[%d].max".formatted(list, i), TOO_MANY_DECIMALS));
            }
        }
    }

    private static void checkBands(List<Band> bands, List<Fault> faults) {
        var codes = new HashSet<String>();
        for (var i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            if (!codes.add(band.code())) {
                faults.add(Fault.of("bands[%d].code".formatted(i), CODE_TWICE, band.code()));
            }
            if (band.code().equals(Rubric.INELIGIBLE)) {
                faults.add(Fault.of("bands[%d].code".formatted(i), CODE_RESERVED, band.code()));
            }
            var field = "bands[%d].from".formatted(i);
            if (i == 0 && band.from() != 0) {
                faults.add(Fault.of(field, BANDS_NOT_FROM_ZERO));
            } else if (i > 0 && band.from() <= bands.get(i - 1).from()) {
                faults.add(Fault.of(field, BANDS_NOT_ASCENDING));
            } else if (band.from() > Rubric.MAXIMUM) {
                faults.add(Fault.of(field, BAND_OUT_OF_RANGE));
            }
            var passes = "bands[%d].passes".formatted(i);
            if (band.passes() == null) {
                faults.add(Fault.of(passes, PASSES_MISSING));
            } else if (i > 0 && bands.get(i - 1).passing() && !band.passing()) {
                faults.add(
                        Fault.of(passes, PASSES_NOT_ASCENDING, bands.get(i - 1).code()));
            }
        }
    }

    @Override
    public Rubrics evolve(Rubrics state, RubricEvent event) {
        return switch (event) {
            case Released(var rubric) -> state.with(rubric);
        };
    }
}
