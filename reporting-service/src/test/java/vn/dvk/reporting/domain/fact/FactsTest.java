package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

class FactsTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");

    private final Model model = new Model("NA-2024", FIRST);

    @Test
    void aRegistrationIsOneFactWithAllItsDimensions() {
        model.submitted("2024-02-01").registered("2024-03-01");

        var fact = only(Measure.REGISTERED);
        assertThat(fact.dimensions())
                .containsEntry(Dimension.PROGRAMME, "NA-2024")
                .containsEntry(Dimension.UNIT, "NA-01")
                .containsEntry(Dimension.FIELD, "KT")
                .containsEntry(Dimension.KIND, "MODEL")
                .containsEntry(Dimension.SUBJECT, "COLLECTIVE")
                .containsEntry(Dimension.LEVEL, "DISTRICT")
                .containsEntry(Dimension.ORIGIN, "NEW")
                .containsEntry(Dimension.MODEL, model.id());
        assertThat(fact.on()).isEqualTo("2024-03-01");
        assertThat(fact.knownFrom()).isEqualTo(FIRST.plusSeconds(60));
        assertThat(fact.knownTo()).isNull();
    }

    @Test
    void aCorrectionClosesTheOldFactAndOpensOneWithTheNewDimensions() {
        model.registered("2024-03-01");
        var corrected = model.now();
        model.with("field", "VHXH").amended("2024-04-01");

        var facts = all(Measure.REGISTERED);
        assertThat(facts).hasSize(2);
        assertThat(facts.get(0).get(Dimension.FIELD)).isEqualTo("KT");
        assertThat(facts.get(0).knownTo()).isEqualTo(corrected);
        assertThat(facts.get(1).get(Dimension.FIELD)).isEqualTo("VHXH");
        assertThat(facts.get(1).knownFrom()).isEqualTo(corrected);
        assertThat(facts.get(1).knownTo()).isNull();
        assertThat(facts.get(1).on()).as("it was registered on the same day").isEqualTo("2024-03-01");
        assertThat(facts.get(0).id()).isNotEqualTo(facts.get(1).id());
    }

    @Test
    void aCorrectionAlsoAppliesToWhatOtherServicesHaveRecorded() {
        model.registered("2024-03-01").recognized("r1", "DISTRICT", "2024-06-01");
        model.with("unit", "NA-02").amended("2024-06-10");

        assertThat(known(Measure.RECOGNIZED, null))
                .extracting(fact -> fact.get(Dimension.UNIT))
                .containsExactly("NA-02");
        assertThat(known(Measure.RECOGNIZED, FIRST.plusSeconds(90)))
                .extracting(fact -> fact.get(Dimension.UNIT))
                .containsExactly("NA-01");
    }

    @Test
    void whatAnotherServiceSaysOfTheModelGivesWayToRegistration() {
        model.registered("2024-03-01").with("field", "VHXH").amended("2024-03-02");
        model.with("field", "KT").recognized("r1", "DISTRICT", "2024-06-01");

        assertThat(only(Measure.RECOGNIZED).get(Dimension.FIELD)).isEqualTo("VHXH");
    }

    @Test
    void aWithdrawalLeavesTheRegistrationAndIsAFactOfItsOwn() {
        model.registered("2024-03-01").opened("2024-03-01").withdrawn("2024-05-01");

        assertThat(only(Measure.REGISTERED).knownTo()).isNull();
        assertThat(only(Measure.WITHDRAWN).knownTo()).isNull();
        assertThat(known(Measure.IN_PROGRESS, null)).isEmpty();
    }

    @Test
    void aRevocationClosesTheRecognitionItIsAbout() {
        model.registered("2024-03-01")
                .recognized("r1", "GRASSROOTS", "2024-06-01")
                .recognized("r2", "DISTRICT", "2024-06-02");
        var revoked = model.now();
        model.recognitionRevoked("r1", "2024-07-01");

        assertThat(known(Measure.RECOGNIZED, null))
                .extracting(fact -> fact.get(Dimension.LEVEL))
                .containsExactly("DISTRICT");
        assertThat(known(Measure.RECOGNIZED, revoked.minusMillis(1))).hasSize(2);
    }

    @Test
    void aRevokedAwardIsClosedToo() {
        model.awarded("a1", "GIAY_KHEN", "2024-06-01").awardRevoked("a1", "2024-07-01");

        assertThat(known(Measure.AWARDED, null)).isEmpty();
        assertThat(all(Measure.AWARDED)).hasSize(1);
    }

    @Test
    void aReplicationCountsOnceItIsConfirmedAndUntilItIsStopped() {
        model.replication("replication-proposed", "p1", "NA-05", "2024-04-01")
                .replication("replication-started", "p1", "NA-05", "2024-05-01");
        assertThat(all(Measure.REPLICATED)).isEmpty();

        model.replication("model-replicated", "p1", "NA-05", "2024-06-01");
        assertThat(only(Measure.REPLICATED).get(Dimension.TARGET)).isEqualTo("NA-05");

        model.replication("replication-stopped", "p1", "NA-05", "2024-08-01");
        assertThat(known(Measure.REPLICATED, null)).isEmpty();
        assertThat(known(Measure.REPLICATION_STARTED, null)).hasSize(1);
    }

    @Test
    void aModelStandsAtExactlyOneStep() {
        model.registered("2024-03-01").opened("2024-03-01");
        assertThat(steps(Measure.IN_PROGRESS)).containsExactly("CARRY_OUT");
        assertThat(steps(Measure.STEP_COMPLETED)).containsExactly("SURVEY", "REGISTER");

        model.step("CARRY_OUT", 3, "2024-04-01").step("APPRAISE", 4, "2024-06-01");
        assertThat(steps(Measure.IN_PROGRESS)).containsExactly("SUM_UP");

        model.stepReturned("APPRAISE", 4, "2024-06-05");
        assertThat(steps(Measure.IN_PROGRESS)).containsExactly("APPRAISE");
        assertThat(steps(Measure.STEP_COMPLETED)).containsExactly("SURVEY", "REGISTER", "CARRY_OUT");

        model.step("APPRAISE", 4, "2024-06-09").step("SUM_UP", 5, "2024-06-30");
        assertThat(steps(Measure.IN_PROGRESS)).isEmpty();
    }

    @Test
    void aSecondConclusionTakesThePlaceOfTheFirst() {
        model.evaluated("GOOD", "2024-06-01").evaluated("FAIR", "2024-06-10");

        assertThat(known(Measure.EVALUATED, null))
                .extracting(fact -> fact.get(Dimension.GRADE))
                .containsExactly("FAIR");
    }

    private List<Fact> facts() {
        return Facts.of(
                EventHistory.of(model.incoming().stream().map(EventReader::read).toList()));
    }

    private List<Fact> all(Measure measure) {
        return facts().stream().filter(fact -> fact.measure() == measure).toList();
    }

    private List<Fact> known(Measure measure, @Nullable Instant at) {
        return all(measure).stream()
                .filter(fact -> at == null
                        ? fact.knownTo() == null
                        : !fact.knownFrom().isAfter(at)
                                && (fact.knownTo() == null || fact.knownTo().isAfter(at)))
                .toList();
    }

    private Fact only(Measure measure) {
        assertThat(all(measure)).hasSize(1);
        return all(measure).getFirst();
    }

    private List<String> steps(Measure measure) {
        return known(measure, null).stream()
                .map(fact -> String.valueOf(fact.get(Dimension.STEP)))
                .toList();
    }
}
