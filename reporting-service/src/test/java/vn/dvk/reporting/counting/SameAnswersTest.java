package vn.dvk.reporting.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.counting.FactQueries.Place;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.spec.Backbone;

/** The same random facts in MongoDB, in DuckDB and in the tally, and the same random questions to all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswersTest {

    private static final Instant NOON = Instant.parse("2024-06-30T05:00:00Z");
    private static final List<Measure> MEASURES = Stream.of(Measure.values())
            .filter(measure -> measure.facts() == measure)
            .toList();

    private static final DuckFacts.Limits LIMITS =
            new DuckFacts.Limits(1, 128L * 1024 * 1024, Path.of(System.getProperty("java.io.tmpdir"), "dvk-same"));

    private final MongoCollection<Document> cards = Backbone.freshDatabase().getCollection("cards");
    private final MongoFacts mongo = new MongoFacts(() -> cards);
    private final DuckFacts duck = new DuckFacts(LIMITS);

    private final Tally tally = new Tally();

    @BeforeAll
    void fill() {
        var random = new Random(4494);
        var documents = new ArrayList<Document>();
        for (var i = 0; i < 300; i++) {
            documents.add(card("m" + i, random));
        }
        cards.insertMany(documents);
        // As they were before: what is replaced counts no more.
        var others = new ArrayList<Document>();
        for (var i = 100; i < 250; i++) {
            others.add(card("m" + i, random));
        }
        try (var loading = duck.load()) {
            loading.add(documents.subList(0, 200));
            loading.finish();
        }
        duck.replace(documents.subList(150, 300));
        tally.replace(others);
        tally.replace(documents.subList(0, 200));
        tally.replace(documents.subList(150, 300));
    }

    @AfterAll
    void close() {
        duck.close();
    }

    private static Document card(String model, Random random) {
        var facts = new ArrayList<Document>();
        for (var i = 0; i < random.nextInt(12); i++) {
            var from = NOON.plusSeconds(random.nextInt(-100, 100));
            var fact = new Document("id", model + "/" + i)
                    .append(
                            "measure",
                            (i == 0 ? Measure.REGISTERED : MEASURES.get(random.nextInt(MEASURES.size()))).code())
                    .append(
                            "on",
                            LocalDate.of(2024, 1 + random.nextInt(6), 1 + random.nextInt(28))
                                    .toString())
                    .append("knownFrom", Date.from(from));
            if (random.nextInt(3) == 0) {
                fact.append(
                                "until",
                                LocalDate.of(2024, 1 + random.nextInt(12), 1 + random.nextInt(28))
                                        .toString())
                        .append("untilKnown", Date.from(from.plusSeconds(random.nextInt(50))));
            }
            for (var dimension : Dimension.values()) {
                var value = dimension == Dimension.CONTINUES ? before(model) : value(dimension, random);
                if (dimension == Dimension.MODEL && random.nextInt(10) > 0) {
                    fact.append("model", model).append("name", "Mô hình \"" + model + "\"");
                } else if (value != null && dimension != Dimension.MODEL) {
                    fact.append(dimension.code(), value);
                }
            }
            if (random.nextBoolean()) {
                fact.append("knownTo", Date.from(from.plusSeconds(random.nextInt(50))));
            }
            if (random.nextInt(3) == 0) {
                fact.append(
                        "attributed",
                        LocalDate.of(2024, 1 + random.nextInt(6), 1).toString());
            }
            if (random.nextInt(3) == 0) {
                fact.append("due", LocalDate.of(2024, 1 + random.nextInt(12), 1).toString());
            }
            facts.add(fact);
        }
        return new Document("_id", model).append("facts", facts);
    }

    /** Chains of up to four, and one that goes round. */
    private static @Nullable String before(String model) {
        var number = Integer.parseInt(model.substring(1));
        return number == 8 ? "m11" : number % 4 == 0 ? null : "m" + (number - 1);
    }

    private static @Nullable String value(Dimension dimension, Random random) {
        // Most is a programme's own.
        return random.nextInt(5) == 0 == (dimension != Dimension.VIA) ? null : dimension.code() + random.nextInt(4);
    }

    @RepeatedTest(40)
    void aRandomQuestionHasOneAnswer(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var query = query(random);
        var by = Stream.of(Dimension.values())
                .filter(_ -> random.nextInt(5) == 0)
                .toList();
        var distinct = random.nextBoolean();

        assertThat(sorted(duck.count(query, by, distinct))).isEqualTo(sorted(mongo.count(query, by, distinct)));
        assertThat(sorted(duck.chains(query, by))).isEqualTo(sorted(mongo.chains(query, by)));
        var place = random.nextBoolean() ? null : new Place(LocalDate.of(2024, 3, 3), "m100/1");
        assertThat(duck.find(query, place, 30)).isEqualTo(mongo.find(query, place, 30));
    }

    @RepeatedTest(40)
    void whatIsTalliedIsWhatIsCounted(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var by = Stream.of(Dimension.values())
                .filter(one -> random.nextInt(2) == 0 && Tally.answers(query(Map.of(), random), List.of(one), false))
                .toList();
        var where = random.nextBoolean()
                ? Map.of(Dimension.PROGRAMME, "programme1")
                : random.nextBoolean()
                        ? Map.of(Dimension.INSTALLATION, Dimension.NONE, Dimension.STEP, "step0")
                        : Map.<Dimension, String>of();
        var query = query(where, random);

        assertThat(Tally.answers(query, by, false)).isTrue();
        assertThat(sorted(tally.count(query, by))).isEqualTo(sorted(mongo.count(query, by, false)));
        if (where.size() < 2 && query.dueBefore() == null) {
            assertThat(tally.count(query, by)).isNotEmpty();
        }
        assertThat(sorted(new TalliedFacts(tally, duck).count(query, by, true)))
                .isEqualTo(sorted(duck.count(query, by, true)));
    }

    @RepeatedTest(20)
    void whatIsRememberedIsForgottenWhenItChanges(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var all = new HashMap<String, Document>();
        var kept = new Tally();
        var questions = IntStream.range(0, 6).mapToObj(_ -> query(random)).toList();
        try (var counted = new DuckFacts(LIMITS)) {
            var facts = new TalliedFacts(kept, counted);
            for (var round = 0; round < 12; round++) {
                var changed = Stream.of(card("m" + random.nextInt(8), random), card("m" + random.nextInt(8), random))
                        .toList();
                counted.replace(changed);
                kept.replace(changed);
                changed.forEach(card -> all.put(card.getString("_id"), card));
                try (var anew = new DuckFacts(LIMITS)) {
                    anew.replace(List.copyOf(all.values()));
                    for (var query : questions) {
                        var by = List.of(Dimension.KIND, Dimension.CATEGORY);
                        assertThat(sorted(facts.count(query, by, true))).isEqualTo(sorted(anew.count(query, by, true)));
                    }
                }
            }
        }
    }

    @Test
    void whatHasNotChangedIsNotCountedAgain() {
        var kept = new Tally();
        var counted = new AtomicInteger();
        var evaluated = FactQuery.everything(Moment.NOW).withMeasures(Set.of(Measure.EVALUATED));
        Supplier<List<Group>> counting = () -> {
            counted.incrementAndGet();
            return List.of();
        };
        kept.models(evaluated, List.of(), counting);
        kept.replace(List.of(only("m1", Measure.REGISTERED)));
        kept.models(evaluated, List.of(), counting);
        assertThat(counted).hasValue(1);

        kept.replace(List.of(only("m1", Measure.EVALUATED)));
        kept.models(evaluated, List.of(), counting);
        kept.models(evaluated, List.of(Dimension.KIND), counting);
        assertThat(counted).hasValue(3);

        kept.replace(List.of(new Document("_id", "m1").append("facts", List.of())));
        kept.models(evaluated, List.of(), counting);
        assertThat(counted).hasValue(4);
    }

    private static Document only(String model, Measure measure) {
        var fact = new Document("id", model)
                .append("measure", measure.code())
                .append("model", model)
                .append("on", "2024-03-01")
                .append("knownFrom", Date.from(NOON));
        return new Document("_id", model).append("facts", List.of(fact));
    }

    private static FactQuery query(Map<Dimension, String> where, Random random) {
        return new FactQuery(
                Set.copyOf(MEASURES.subList(0, 10)),
                where,
                null,
                List.of(),
                random.nextInt(4) == 0 ? LocalDate.of(2024, 1, 10) : null,
                random.nextInt(3) == 0 ? LocalDate.of(2024, 5, 15) : FactQuery.LAST_DAY,
                random.nextBoolean(),
                Moment.NOW,
                null,
                random.nextInt(6) == 0 ? LocalDate.of(2024, 11, 1) : null);
    }

    @Test
    void whatItDoesNotTellApartIsNotAskedOfTheTally() {
        var all = query(Map.of(), new Random(1));
        assertThat(Tally.answers(all, List.of(Dimension.UNIT), false)).isFalse();
        assertThat(Tally.answers(all, List.of(), true)).isFalse();
        assertThat(Tally.answers(query(Map.of(Dimension.MODEL, "m7"), new Random(1)), List.of(), false))
                .isFalse();
        assertThat(Tally.answers(
                        new FactQuery(
                                all.measures(),
                                Map.of(),
                                null,
                                List.of(),
                                null,
                                all.asOf(),
                                false,
                                new Moment(NOON),
                                null,
                                null),
                        List.of(),
                        false))
                .isFalse();
        assertThat(Tally.answers(all.difference(Moment.NOW, new Moment(NOON)), List.of(), false))
                .isFalse();
        assertThat(Tally.answers(
                        new FactQuery(
                                all.measures(),
                                Map.of(),
                                null,
                                List.of(Under.of(Set.of("unit0"))),
                                null,
                                all.asOf(),
                                false,
                                Moment.NOW,
                                null,
                                null),
                        List.of(),
                        false))
                .isFalse();
    }

    @Test
    void theQuestionsAreNotAllEmpty() {
        var counted = Stream.iterate(1, i -> i <= 40, i -> i + 1)
                .map(i -> query(new Random(i)))
                .mapToLong(query -> mongo.count(query, List.of(), false).stream()
                        .mapToLong(Group::count)
                        .sum())
                .filter(count -> count > 0)
                .count();
        assertThat(counted).isGreaterThan(15);
    }

    @Test
    void thereAreFewerChainsThanModels() {
        var all = FactQuery.everything(Moment.NOW);
        var models = duck.count(all, List.of(), true);
        var chains = duck.chains(all, List.of());
        assertThat(sum(chains)).isPositive().isLessThan(sum(models));
    }

    @Test
    void whatWasForwardedIsInTheAccountOfAProgrammeAndOfNobodyElse() {
        var all = FactQuery.everything(Moment.NOW);
        var byProgramme = mongo.count(all, List.of(Dimension.PROGRAMME), false);
        var of = mongo.count(all.where(Map.of(Dimension.PROGRAMME, "programme1")), List.of(), false);
        assertThat(sum(byProgramme.stream()
                        .filter(group -> "programme1".equals(group.key().get(Dimension.PROGRAMME)))
                        .toList()))
                .isEqualTo(sum(of));
        assertThat(sum(byProgramme)).isGreaterThan(sum(mongo.count(all, List.of(), false)));
    }

    private static long sum(List<Group> groups) {
        return groups.stream().mapToLong(Group::count).sum();
    }

    @Test
    void whatHasBeenReplacedIsThereOnce() {
        var all = new FactQuery(
                Set.copyOf(MEASURES),
                Map.of(),
                null,
                List.of(),
                null,
                FactQuery.LAST_DAY,
                false,
                Moment.NOW,
                null,
                null);
        assertThat(sorted(duck.count(all, List.of(), false))).isEqualTo(sorted(mongo.count(all, List.of(), false)));
    }

    private static FactQuery query(Random random) {
        var where = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            if (random.nextInt(14) == 0 && dimension != Dimension.UNIT) {
                where.put(
                        dimension,
                        dimension == Dimension.MODEL
                                ? random.nextBoolean() ? "m7" : "Mô hình \"m8\""
                                : random.nextInt(4) == 0 ? Dimension.NONE : dimension.code() + random.nextInt(4));
            }
        }
        return new FactQuery(
                MEASURES.stream().filter(_ -> random.nextInt(3) > 0).collect(Collectors.toSet()),
                where,
                random.nextInt(5) == 0 ? Set.of("target0", "target3") : null,
                random.nextInt(3) == 0 ? under(random) : List.of(),
                random.nextInt(4) == 0 ? LocalDate.of(2024, 2, 10) : null,
                random.nextInt(3) == 0 ? LocalDate.of(2024, 4, 15) : FactQuery.LAST_DAY,
                random.nextBoolean(),
                moment(random),
                random.nextInt(3) == 0 ? moment(random) : null,
                random.nextInt(6) == 0 ? LocalDate.of(2024, 8, 1) : null);
    }

    private static List<Under> under(Random random) {
        return List.of(
                new Under(
                        random.nextBoolean() ? Set.of("unit0", "unit2", "elsewhere") : null,
                        random.nextBoolean() ? LocalDate.of(2024, 2, 20) : null,
                        random.nextBoolean() ? LocalDate.of(2024, 5, 20) : null,
                        random.nextBoolean() ? "heirs1" : null),
                new Under(Set.of("unit1"), null, null, ""));
    }

    private static Moment moment(Random random) {
        return random.nextBoolean() ? new Moment(NOON.plusSeconds(random.nextInt(-50, 80))) : Moment.NOW;
    }

    private static List<Group> sorted(List<Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(group -> group.measure() + " " + new java.util.TreeMap<>(group.key())))
                .toList();
    }
}
