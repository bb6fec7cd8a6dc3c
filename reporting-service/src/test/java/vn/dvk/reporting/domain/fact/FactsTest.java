package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.Summary;
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
        model.with("field", "VHXH").corrected("2024-04-01", "field");

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
    void aCorrectedAcceptanceWasAlwaysOnThatDay() {
        model.registered("2024-03-01").opened("2024-03-01");
        var corrected = model.now();
        model.accepted("2024-06-01", "2023-12-31");

        assertThat(known(Measure.REGISTERED, null)).extracting(Fact::on).containsExactly(LocalDate.parse("2023-12-31"));
        assertThat(known(Measure.REGISTERED, corrected.minusMillis(1)))
                .extracting(Fact::on)
                .containsExactly(LocalDate.parse("2024-03-01"));
        assertThat(validOn("2024-01-15", Measure.IN_PROGRESS)).hasSize(1);
        assertThat(known(Measure.INCOMPLETE, null)).hasSize(1);
    }

    @Test
    void aLevelThatWasEmptiedIsAppliedForNoMore() {
        model.registered("2024-03-01");
        assertThat(only(Measure.REGISTERED).get(Dimension.LEVEL)).isNotNull();
        model.emptied("2024-04-01", "level");
        assertThat(known(Measure.REGISTERED, null).getFirst().get(Dimension.LEVEL))
                .isNull();
    }

    @Test
    void aCorrectionAlsoAppliesToWhatOtherServicesHaveRecorded() {
        model.registered("2024-03-01").recognized("r1", "DISTRICT", "2024-06-01");
        model.with("subject", "HOUSEHOLD").with("kind", "EXEMPLAR").corrected("2024-06-10", "subject");

        assertThat(known(Measure.RECOGNITIONS, null))
                .extracting(fact -> fact.get(Dimension.SUBJECT), fact -> fact.get(Dimension.KIND))
                .as("only what was corrected")
                .containsExactly(tuple("HOUSEHOLD", "MODEL"));
        assertThat(known(Measure.RECOGNITIONS, FIRST.plusSeconds(90)))
                .extracting(fact -> fact.get(Dimension.SUBJECT))
                .containsExactly("COLLECTIVE");
    }

    @Test
    void aChangeIsOneFromItsDayOn() {
        model.registered("2024-03-01").opened("2024-03-01").recognized("r1", "DISTRICT", "2024-06-01");
        model.with("field", "VHXH").changed("2024-07-01", "field");
        model.recognized("r2", "PROVINCE", "2024-08-01");

        assertThat(all(Measure.RECOGNITIONS))
                .extracting(fact -> fact.get(Dimension.LEVEL), fact -> fact.get(Dimension.FIELD))
                .containsExactly(tuple("DISTRICT", "KT"), tuple("PROVINCE", "VHXH"));
        assertThat(validOn("2024-08-01", Measure.IN_PROGRESS))
                .extracting(fact -> fact.get(Dimension.FIELD))
                .as("a state goes by what the registration was")
                .containsExactly("KT");
    }

    @Test
    void aTransferGivesWhatComesToTheNewUnitAndSaysWhoseTheRestIs() {
        model.registered("2024-03-01").evaluated("GOOD", "2024-06-01");
        var known = model.now();
        model.transferred("NA-02", "2024-07-05").recognized("r1", "DISTRICT", "2024-08-01");

        assertThat(known(Measure.EVALUATED, null))
                .extracting(fact -> fact.get(Dimension.UNIT), fact -> fact.get(Dimension.HEIRS))
                .containsExactly(tuple("NA-01", "NA-02"));
        assertThat(known(Measure.EVALUATED, known.minusMillis(1)))
                .extracting(fact -> fact.get(Dimension.HEIRS))
                .containsExactly((String) null);
        assertThat(known(Measure.RECOGNITIONS, null))
                .extracting(fact -> fact.get(Dimension.UNIT), fact -> fact.get(Dimension.HEIRS))
                .containsExactly(tuple("NA-02", null));
    }

    @Test
    void aTransferChangesTheUnitAndNothingElse() {
        model.registered("2024-03-01");
        model.with("field", "VHXH").changed("2024-09-01", "field");
        model.transferred("NA-02", "2024-07-01").recognized("r1", "DISTRICT", "2024-08-01");

        assertThat(known(Measure.RECOGNITIONS, null))
                .extracting(fact -> fact.get(Dimension.UNIT), fact -> fact.get(Dimension.FIELD))
                .containsExactly(tuple("NA-02", "KT"));
    }

    @Test
    void aMergerThatWasAnnulledLeavesWhatHasHappenedBesides() {
        model.registered("2024-03-01").evaluated("GOOD", "2024-06-01");
        model.followed("NA-02", "2024-07-01", "merger").recognized("r1", "DISTRICT", "2024-08-01");
        var known = model.now();
        model.transferred("NA-03", "2024-09-01").recognized("r2", "PROVINCE", "2024-10-01");
        model.undone("NA-03", "2024-07-01", "merger");

        assertThat(known(Measure.RECOGNITIONS, known.minusMillis(1)))
                .extracting(fact -> fact.get(Dimension.UNIT), fact -> fact.get(Dimension.HEIRS))
                .containsExactly(tuple("NA-02", null));
        assertThat(known(Measure.RECOGNITIONS, null))
                .extracting(fact -> fact.get(Dimension.UNIT), fact -> fact.get(Dimension.HEIRS))
                .containsExactlyInAnyOrder(tuple("NA-01", "NA-03"), tuple("NA-03", null));
        assertThat(known(Measure.EVALUATED, null))
                .extracting(fact -> fact.get(Dimension.UNIT), fact -> fact.get(Dimension.HEIRS))
                .containsExactly(tuple("NA-01", "NA-03"));
    }

    @Test
    void whatIsVoidNeverWas() {
        model.submitted("2024-02-01").registered("2024-03-01").opened("2024-03-01");
        var known = model.now();
        model.voided("2024-03-20").step("CARRY_OUT", 3, "2024-04-01");

        assertThat(facts()).noneMatch(fact -> fact.knownTo() == null);
        assertThat(known(Measure.REGISTERED, known.minusMillis(1))).hasSize(1);
        assertThat(all(Measure.WITHDRAWN)).isEmpty();
    }

    @Test
    void notApprovedIsNeitherReturnedNorRegistered() {
        model.submitted("2024-02-01").notApproved("2024-02-10");

        assertThat(only(Measure.NOT_APPROVED).on()).isEqualTo("2024-02-10");
        assertThat(all(Measure.RETURNED)).isEmpty();
        assertThat(all(Measure.IN_PROGRESS)).isEmpty();
    }

    @Test
    void whatAnotherServiceSaysOfTheModelGivesWayToRegistration() {
        model.registered("2024-03-01").with("field", "VHXH").corrected("2024-03-02", "field");
        model.with("field", "KT").recognized("r1", "DISTRICT", "2024-06-01");

        assertThat(only(Measure.RECOGNITIONS).get(Dimension.FIELD)).isEqualTo("VHXH");
    }

    @Test
    void aWithdrawalLeavesTheRegistrationAndIsAFactOfItsOwn() {
        model.registered("2024-03-01").opened("2024-03-01").withdrawn("2024-05-01");

        assertThat(only(Measure.REGISTERED).knownTo()).isNull();
        assertThat(only(Measure.WITHDRAWN).knownTo()).isNull();
        assertThat(validOn("2024-04-30", Measure.IN_PROGRESS)).hasSize(1);
        assertThat(validOn("2024-05-01", Measure.IN_PROGRESS)).isEmpty();
    }

    @Test
    void aRevocationEndsTheRecognitionItIsAbout() {
        model.registered("2024-03-01")
                .recognized("r1", "GRASSROOTS", "2024-06-01")
                .recognized("r2", "DISTRICT", "2024-06-02");
        var revoked = model.now();
        model.recognitionRevoked("r1", "2024-07-01");

        assertThat(validOn("2024-07-01", Measure.RECOGNITIONS))
                .extracting(fact -> fact.get(Dimension.LEVEL))
                .containsExactly("DISTRICT");
        assertThat(validOn("2024-06-30", Measure.RECOGNITIONS))
                .as("what was printed for the end of June stays")
                .hasSize(2);
        assertThat(known(Measure.RECOGNITIONS, revoked.minusMillis(1))).hasSize(2);
        assertThat(known(Measure.RECOGNITIONS, null).getFirst().untilKnown()).isEqualTo(revoked);
    }

    @Test
    void aRevokedAwardEndsToo() {
        model.awarded("a1", "GIAY_KHEN", "2024-06-01").awardRevoked("a1", "2024-07-01");

        assertThat(only(Measure.AWARDED).until()).isEqualTo("2024-07-01");
    }

    @Test
    void anAnnulledAwardNeverWas() {
        model.awarded("a1", "GIAY_KHEN", "2024-06-01");
        var known = model.now();
        model.awardRevoked("a1", "ANNULLED", "2024-07-01");

        assertThat(known(Measure.AWARDED, null)).isEmpty();
        assertThat(known(Measure.AWARDED, known.minusMillis(1))).hasSize(1);
    }

    @Test
    void aCorrectedAwardWasAlwaysAsItShouldHaveRead() {
        model.awarded("a1", "GIAY_KHEN", "2024-06-01").awardCorrected("a1", "BANG_KHEN", "2024-07-01");

        assertThat(known(Measure.AWARDED, null))
                .extracting(fact -> fact.get(Dimension.FORM), Fact::on)
                .containsExactly(tuple("BANG_KHEN", LocalDate.parse("2024-06-01")));
    }

    @Test
    void aReplicationCountsOnceItIsConfirmedAndUntilItIsStopped() {
        model.replication("replication-proposed", "p1", "NA-05", "2024-04-01")
                .replication("replication-started", "p1", "NA-05", "2024-05-01");
        assertThat(all(Measure.REPLICATED)).isEmpty();

        model.replication("model-replicated", "p1", "NA-05", "2024-06-01");
        assertThat(only(Measure.REPLICATED).get(Dimension.TARGET)).isEqualTo("NA-05");

        model.replication("replication-stopped", "p1", "NA-05", "2024-08-01");
        assertThat(validOn("2024-07-31", Measure.REPLICATED)).hasSize(1);
        assertThat(validOn("2024-07-31", Measure.REPLICATION_STARTED)).hasSize(1);
        assertThat(validOn("2024-08-01", Measure.REPLICATED)).isEmpty();
        assertThat(validOn("2024-08-01", Measure.REPLICATION_STARTED))
                .as("nobody applies it there any more")
                .isEmpty();
    }

    @Test
    void aModelStandsAtExactlyOneStepOnEachDay() {
        model.registered("2024-03-01");
        assertThat(at("2024-03-01")).as("nobody has said at which").containsExactly("null");

        model.opened("2024-03-01");
        assertThat(at("2024-03-01")).containsExactly("CARRY_OUT");
        assertThat(done("2024-03-01")).containsExactly("SURVEY", "REGISTER");

        model.step("CARRY_OUT", 3, "2024-04-01").step("APPRAISE", 4, "2024-06-01");
        model.stepReturned("APPRAISE", 4, "2024-06-05");
        model.step("APPRAISE", 4, "2024-06-09").step("SUM_UP", 5, "2024-06-30");

        assertThat(at("2024-03-31")).containsExactly("CARRY_OUT");
        assertThat(at("2024-04-01")).containsExactly("APPRAISE");
        assertThat(at("2024-06-04")).containsExactly("SUM_UP");
        assertThat(at("2024-06-05")).containsExactly("APPRAISE");
        assertThat(at("2024-06-09")).containsExactly("SUM_UP");
        assertThat(at("2024-06-30")).isEmpty();
        assertThat(validOn("2024-06-29", Measure.CLOSED)).isEmpty();
        assertThat(validOn("2024-06-30", Measure.CLOSED)).hasSize(1);
        assertThat(done("2024-06-05")).containsExactly("SURVEY", "REGISTER", "CARRY_OUT");
        assertThat(done("2024-06-09")).containsExactly("SURVEY", "REGISTER", "CARRY_OUT", "APPRAISE");
        assertThat(all(Measure.STEP_COMPLETED))
                .as("completions, two of them of one step")
                .hasSize(6);
    }

    @Test
    void aStepThatWasRecordedLateIsDoneFromItsOwnDayOn() {
        model.registered("2024-03-01").opened("2024-03-01").step("APPRAISE", 4, "2024-06-01");
        var late = model.now();
        model.step("CARRY_OUT", 3, "2024-04-01");

        assertThat(at("2024-05-01")).containsExactly("APPRAISE");
        assertThat(known(Measure.IN_PROGRESS, late.minusMillis(1)))
                .extracting(fact -> fact.get(Dimension.STEP))
                .containsExactly("CARRY_OUT");
        assertThat(at("2024-06-01")).containsExactly("SUM_UP");
    }

    @Test
    void aWithdrawalBeforeTheAcceptanceIsNotOneOfARegisteredModel() {
        model.submitted("2024-02-01").withdrawn("2024-02-10");

        assertThat(all(Measure.WITHDRAWN)).isEmpty();
        assertThat(all(Measure.SUBMISSION_WITHDRAWN)).hasSize(1);
        assertThat(all(Measure.IN_PROGRESS)).isEmpty();
    }

    @Test
    void aSecondConclusionTakesThePlaceOfTheFirst() {
        model.evaluated("GOOD", "2024-06-01").evaluated("FAIR", "2024-06-10");

        assertThat(validOn("2024-06-09", Measure.EVALUATED))
                .extracting(fact -> fact.get(Dimension.GRADE))
                .containsExactly("GOOD");
        assertThat(validOn("2024-06-10", Measure.EVALUATED))
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

    @Test
    void aPersonsTitleIsShownOnceARecognitionHasPublishedItAndOnlyWhileItIsInForce() {
        model.of("INDIVIDUAL").registered("2024-03-01");
        assertThat(only(Measure.REGISTERED).name()).isNull();
        assertThat(summary().name()).isNull();

        model.with("name", "Cán bộ một cửa").recognized("r1", "DISTRICT", "2024-06-01");

        assertThat(summary().name()).isEqualTo("Cán bộ một cửa");
        assertThat(only(Measure.RECOGNITIONS).name()).isEqualTo("Cán bộ một cửa");
        assertThat(all(Measure.REGISTERED))
                .as("a title that becomes public corrects nothing")
                .hasSize(1);

        model.untitled().recognitionRevoked("r1", "2024-07-01");
        assertThat(summary().name()).isNull();
    }

    private Summary summary() {
        return Summary.of(
                EventHistory.of(model.incoming().stream().map(EventReader::read).toList()));
    }

    @Test
    void aVoidConclusionNeverWas() {
        model.evaluated("1", "GOOD", "2024-06-10");
        var known = model.now();
        model.conclusionVoided("1", "2024-06-12").evaluated("2", "FAIR", "2024-06-25");

        assertThat(known(Measure.EVALUATED, null))
                .extracting(fact -> fact.get(Dimension.GRADE))
                .containsExactly("FAIR");
        assertThat(known(Measure.EVALUATED, known.minusMillis(1))).hasSize(1);
    }

    @Test
    void aModelIsEffectiveUntilTheNextReviewOrForEighteenMonths() {
        model.registered("2024-03-01")
                .reviewed(2024, "MAINTAINED", "2024-12-20")
                .reviewed(2025, "TO_BE_CONSOLIDATED", "2025-12-20")
                .reviewed(2026, "STRENGTHENED", "2026-12-20");

        assertThat(validOn("2024-12-19", Measure.EFFECTIVE)).isEmpty();
        assertThat(validOn("2025-12-19", Measure.EFFECTIVE)).hasSize(1);
        assertThat(validOn("2025-12-20", Measure.EFFECTIVE)).isEmpty();
        assertThat(validOn("2028-06-19", Measure.EFFECTIVE)).hasSize(1);
        assertThat(validOn("2028-06-20", Measure.EFFECTIVE)).isEmpty();
        assertThat(all(Measure.REVIEWED).stream().filter(fact -> fact.knownTo() == null))
                .hasSize(3);
    }

    @Test
    void howLongAReviewCountsIsWhatItTells() {
        model.registered("2024-03-01").reviewed(2024, "MAINTAINED", "2024-12-20", "2025-12-20");

        assertThat(validOn("2025-12-19", Measure.EFFECTIVE)).hasSize(1);
        assertThat(validOn("2025-12-20", Measure.EFFECTIVE)).isEmpty();
    }

    @Test
    void aReviewSaidAgainTakesThePlaceOfTheOneBefore() {
        model.registered("2024-03-01").reviewed(2024, "MAINTAINED", "2024-12-20");
        var known = model.now();
        model.reviewed(2024, "STOPPED", "2024-12-22");

        assertThat(validOn("2024-12-31", Measure.EFFECTIVE)).isEmpty();
        assertThat(known(Measure.EFFECTIVE, known.minusMillis(1))).hasSize(1);
        assertThat(known(Measure.REVIEWED, null))
                .extracting(fact -> fact.get(Dimension.OUTCOME))
                .containsExactly("STOPPED");
        assertThat(validOn("2024-12-31", Measure.CLOSED)).hasSize(1);
        assertThat(validOn("2024-12-31", Measure.IN_PROGRESS)).isEmpty();
    }

    @Test
    void ofTwoReviewsOfOneDayTheLaterYearSpeaksWhicheverWasToldFirst() {
        model.registered("2024-03-01")
                .reviewed(2025, "MAINTAINED", "2025-12-20")
                .reviewed(2024, "STOPPED", "2025-12-20");

        assertThat(validOn("2025-12-20", Measure.EFFECTIVE)).hasSize(1);
        assertThat(validOn("2025-12-20", Measure.CLOSED)).isEmpty();
        assertThat(validOn("2025-12-20", Measure.IN_PROGRESS)).hasSize(1);
    }

    /** As known now. */
    private List<Fact> validOn(String day, Measure measure) {
        var date = LocalDate.parse(day);
        return known(measure, null).stream()
                .filter(fact -> !fact.on().isAfter(date)
                        && (fact.until() == null || fact.until().isAfter(date)))
                .toList();
    }

    private List<String> at(String day) {
        return steps(validOn(day, Measure.IN_PROGRESS));
    }

    private List<String> done(String day) {
        return steps(validOn(day, Measure.STEP_COMPLETED));
    }

    private Fact only(Measure measure) {
        assertThat(all(measure)).hasSize(1);
        return all(measure).getFirst();
    }

    private static List<String> steps(List<Fact> facts) {
        return facts.stream()
                .map(fact -> String.valueOf(fact.get(Dimension.STEP)))
                .toList();
    }
}
