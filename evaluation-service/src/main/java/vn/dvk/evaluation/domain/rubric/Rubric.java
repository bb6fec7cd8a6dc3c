package vn.dvk.evaluation.domain.rubric;

import static vn.dvk.evaluation.domain.EvaluationReason.CRITERION_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.CRITERION_OF_OTHERS;
import static vn.dvk.evaluation.domain.EvaluationReason.CRITERION_UNKNOWN;
import static vn.dvk.evaluation.domain.EvaluationReason.NOTHING_TO_SCORE;
import static vn.dvk.evaluation.domain.EvaluationReason.POINTS_OUT_OF_RANGE;
import static vn.dvk.evaluation.domain.EvaluationReason.TOO_MANY_DECIMALS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.kit.decide.Refusal.Fault;

/**
 * One version of a programme's rubric for one subject.
 *
 * @param validFrom first scoring date it is used for
 * @param criteria  their maxima add up to 100
 * @param bonus     what may be scored beyond the criteria; nobody has to
 * @param bonusAboveMaximum whether bonus points lift a total above 100; otherwise it ends there
 * @param bands     ascending, the first from 0; those that pass are above those that do not. Where none says whether it
 *     passes, all but the lowest do
 */
public record Rubric(
        String version,
        SubjectType subject,
        LocalDate validFrom,
        List<Criterion> criteria,
        List<Criterion> bonus,
        boolean bonusAboveMaximum,
        List<Band> bands) {

    /** What the criteria add up to. */
    static final double MAXIMUM = 100;

    /** Grade of a result without a total: “không đủ điều kiện xếp loại”. Not a band of any rubric. */
    public static final String INELIGIBLE = "INELIGIBLE";

    /** Version of the rubrics that apply where a programme has none of its own. */
    public static final String DEFAULT_VERSION = "default-1";

    private static final List<Band> DEFAULT_BANDS = List.of(
            new Band("FAIL", "Không đạt", 0),
            new Band("PASS", "Đạt", 50),
            new Band("FAIR", "Khá", 70),
            new Band("GOOD", "Tốt", 80),
            new Band("EXCELLENT", "Xuất sắc", 90));

    private static final List<Criterion> OF_COLLECTIVES = List.of(
            new Criterion("NEED", "Xuất phát từ nhu cầu thực tiễn; tên, địa bàn, nội dung cụ thể", 10, null),
            new Criterion("LEADERSHIP", "Có sự lãnh đạo, có đăng ký, có kế hoạch", 10, null),
            new Criterion("CREATIVE", "Cách làm sáng tạo, tiết kiệm", 20, null),
            new Criterion("FORCES", "Huy động các lực lượng, nhân dân đồng thuận", 20, null),
            new Criterion("RESULT", "Kết quả đo được so với mục tiêu", 25, null),
            new Criterion("DURABLE", "Bền vững, có sức lan tỏa", 15, null));

    private static final List<Criterion> OF_INDIVIDUALS = List.of(
            new Criterion("EXEMPLARY", "Bản thân và gia đình gương mẫu", 20, null),
            new Criterion("IDEAS", "Có ý kiến tham mưu, đề xuất hay", 20, null),
            new Criterion("PRESSING", "Góp phần giải quyết việc bức xúc", 20, null),
            new Criterion("SERVES", "Phục vụ nhân dân, kết quả cụ thể", 25, null),
            new Criterion("DUTIES", "Hoàn thành nhiệm vụ, có ảnh hưởng", 15, null));

    /**
     * For programmes without rubrics of their own. A proposal, because no official 100-point rubric for a single model
     * was found; households are scored like collectives.
     */
    public static final Map<SubjectType, Rubric> DEFAULTS = Map.of(
            SubjectType.COLLECTIVE, byDefault(SubjectType.COLLECTIVE, OF_COLLECTIVES),
            SubjectType.HOUSEHOLD, byDefault(SubjectType.HOUSEHOLD, OF_COLLECTIVES),
            SubjectType.INDIVIDUAL, byDefault(SubjectType.INDIVIDUAL, OF_INDIVIDUALS));

    public Rubric {
        criteria = List.copyOf(criteria);
        bonus = List.copyOf(bonus);
        bands = withPassing(bands);
    }

    /** A rubric without bonus points. */
    public Rubric(
            String version, SubjectType subject, LocalDate validFrom, List<Criterion> criteria, List<Band> bands) {
        this(version, subject, validFrom, criteria, List.of(), false, bands);
    }

    /** Where nothing is said of any band, the lowest does not pass and every other does; a lone one passes. */
    private static List<Band> withPassing(List<Band> bands) {
        if (bands.stream().anyMatch(band -> band.passes() != null)) {
            return List.copyOf(bands);
        }
        return IntStream.range(0, bands.size())
                .mapToObj(i -> bands.get(i).passing(i > 0 || bands.size() == 1))
                .toList();
    }

    private static Rubric byDefault(SubjectType subject, List<Criterion> criteria) {
        return new Rubric(DEFAULT_VERSION, subject, LocalDate.EPOCH, criteria, DEFAULT_BANDS);
    }

    /**
     * What keeps these points from being the scorer's score: every criterion of theirs has points between 0 and its
     * maximum, a bonus may have, and nothing else has.
     */
    public List<Fault> faultsOf(Scorer by, Map<String, Double> points) {
        var faults = new ArrayList<Fault>();
        for (var criterion : criteria) {
            if (criterion.scoredBy().contains(by) && !points.containsKey(criterion.code())) {
                faults.add(Fault.of("criteria." + criterion.code(), CRITERION_MISSING, criterion.label()));
            }
        }
        var known = all().collect(Collectors.toMap(Criterion::code, Function.identity(), (one, _) -> one));
        new TreeMap<>(points).forEach((code, given) -> {
            var field = "criteria." + code;
            var criterion = known.get(code);
            if (criterion == null) {
                faults.add(Fault.of(field, CRITERION_UNKNOWN, version));
            } else if (!criterion.scoredBy().contains(by)) {
                faults.add(Fault.of(field, CRITERION_OF_OTHERS, criterion.label(), names(criterion.scoredBy())));
            } else if (given < 0 || given > criterion.max()) {
                faults.add(Fault.of(field, POINTS_OUT_OF_RANGE, Points.text(criterion.max())));
            } else if (Points.hasTooManyDecimals(given)) {
                faults.add(Fault.of(field, TOO_MANY_DECIMALS));
            }
        });
        if (faults.isEmpty() && points.isEmpty()) {
            faults.add(Fault.of("criteria", NOTHING_TO_SCORE, by));
        }
        return faults;
    }

    private static String names(Set<Scorer> scorers) {
        return scorers.stream().map(Scorer::name).collect(Collectors.joining(", "));
    }

    private Stream<Criterion> all() {
        return Stream.concat(criteria.stream(), bonus.stream());
    }

    /** The points as the rubric lists its criteria, for people to read. */
    public Map<String, Double> inOrder(Map<String, Double> points) {
        var ordered = new LinkedHashMap<String, Double>();
        all().forEach(criterion -> {
            var given = points.get(criterion.code());
            if (given != null) {
                ordered.put(criterion.code(), given);
            }
        });
        return ordered;
    }

    /**
     * The points that count of all that were given: of each criterion those of the weightiest who has scored it.
     *
     * @param given by scorer, each by criterion
     */
    public Map<String, Double> counting(Map<Scorer, Map<String, Double>> given) {
        var counting = new LinkedHashMap<String, Double>();
        all().forEach(criterion ->
                criterion.counting(given).ifPresent(points -> counting.put(criterion.code(), points)));
        return counting;
    }

    /** The criteria without points; of bonus points none are ever missing. */
    public List<Criterion> missing(Map<String, Double> points) {
        return criteria.stream()
                .filter(criterion -> !points.containsKey(criterion.code()))
                .toList();
    }

    public double bonusOf(Map<String, Double> points) {
        return sum(bonus, points);
    }

    /** Bonus points included, up to the maximum or, where the rubric says so, above it. */
    public double totalOf(Map<String, Double> points) {
        var total = Points.sum(List.of(sum(criteria, points), bonusOf(points)));
        return bonusAboveMaximum ? total : Math.min(MAXIMUM, total);
    }

    private static double sum(List<Criterion> some, Map<String, Double> points) {
        return Points.sum(some.stream()
                .map(criterion -> points.getOrDefault(criterion.code(), 0.0))
                .toList());
    }

    /** The highest band the total reaches. */
    public Band bandOf(double total) {
        return bands.stream()
                .filter(band -> total >= band.from())
                .reduce((_, higher) -> higher)
                .orElseThrow(() -> new IllegalStateException("Bands start at 0, and no total is below"));
    }
}
