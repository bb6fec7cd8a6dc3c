package vn.dvk.awards.domain.movementaward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.DossierFixture;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Correct;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Grant;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Revoke;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Corrected;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Granted;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Revoked;
import vn.dvk.spec.Specification;

class MovementAwardTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 31);
    private static final Revocation REVOCATION =
            new Revocation("Khen trùng thành tích", DAY.plusMonths(3), Effect.ENDED, null);

    private final Specification<MovementAwardCommand, MovementAward, MovementAwardEvent> award =
            Specification.of(new MovementAwardDecider());

    @Test
    void whoever_led_the_movement_is_commended() {
        award.given().when(grant(merit(null, DAY))).then(granted());
    }

    @Test
    void the_same_key_and_content_grants_it_once_and_other_content_is_a_mistake() {
        award.given(granted()).when(grant(merit(null, DAY))).thenNothing();
        award.given(granted()).when(grant(merit(500_000L, DAY))).thenRefused("key-reused");
    }

    @Test
    void programme_and_unit_must_exist() {
        var noProgramme = award.given()
                .when(new Grant("a-1", merit(null, DAY), false, Map.of(), Amounts.NONE, DossierFixture.WORDS, null))
                .thenRefused("programme-unknown");
        assertThat(noProgramme.faults()).extracting("field").containsExactly("programme");
        var noUnit = award.given()
                .when(new Grant(
                        "a-1",
                        merit(null, DAY),
                        true,
                        Map.of("recipient.unit", "KG-K-04"),
                        Amounts.NONE,
                        DossierFixture.WORDS,
                        null))
                .thenRefused("unit-unknown");
        assertThat(noUnit.faults()).extracting("field").containsExactly("recipient.unit");
    }

    @Test
    void money_is_never_negative_and_the_decision_is_there_on_the_day() {
        award.given().when(grant(merit(-1L, DAY))).thenRefused("amount-negative");
        award.given().when(grant(merit(null, DAY.minusDays(1)))).thenRefused("decision-later-than-day");
    }

    @Test
    void it_is_revoked_once_with_a_reason() {
        award.given(granted()).when(new Revoke("a-1", REVOCATION)).then(new Revoked(REVOCATION));
        award.given(granted(), new Revoked(REVOCATION))
                .when(new Revoke("a-1", REVOCATION))
                .thenNothing();
        award.given(granted(), new Revoked(REVOCATION))
                .when(new Revoke("a-1", new Revocation("Khác", DAY.plusYears(1), Effect.ENDED, null)))
                .thenRefused("already-revoked");
    }

    @Test
    void a_revocation_is_of_something_given_and_not_before_it_was() {
        award.given().when(new Revoke("a-1", REVOCATION)).thenRefused("award-unknown");
        award.given(granted())
                .when(new Revoke("a-1", new Revocation("Sớm", DAY.minusDays(1), Effect.ENDED, null)))
                .thenRefused("date-before-previous");
        award.given(granted())
                .when(new Revoke("a-1", new Revocation("Giấy sau", DAY, Effect.ENDED, paper(DAY.plusDays(1)))))
                .thenRefused("decision-later-than-day");
    }

    @Test
    void what_read_wrongly_is_corrected_while_it_stands() {
        var correct = correct(5L);
        var corrected = new Corrected(merit(null, DAY), merit(5L, DAY), "Nhập nhầm", DAY);
        award.given(granted()).when(correct).then(corrected);
        award.given(granted(), corrected).when(correct).thenRefused("nothing-to-correct");
        award.given().when(correct).thenRefused("award-unknown");
        award.given(granted(), new Revoked(REVOCATION)).when(correct).thenRefused("already-revoked");
        award.given(granted()).when(correct(-1L)).thenRefused("amount-negative");
    }

    @Test
    void nobody_on_hold_is_commended_for_the_movement() {
        award.given()
                .when(new Grant("a-1", merit(null, DAY), true, Map.of(), Amounts.NONE, DossierFixture.WORDS, "KG-K-04"))
                .thenRefused("held-with-others");
    }

    private static Correct correct(long amount) {
        return new Correct(
                "a-1",
                new AwardCorrection(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        amount,
                        "Quy chế chi tiêu nội bộ",
                        null,
                        null,
                        List.of(),
                        "Nhập nhầm",
                        DAY),
                Map.of(),
                Amounts.NONE,
                DossierFixture.WORDS,
                null);
    }

    @Test
    void nobody_on_hold_receives_it_by_a_correction() {
        var correct = correct(5L);
        award.given(granted())
                .when(new Correct("a-1", correct.correction(), Map.of(), Amounts.NONE, DossierFixture.WORDS, "KG-K-04"))
                .thenRefused("held-with-others");
    }

    private static MovementAwardEvent granted() {
        return new Granted("a-1", merit(null, DAY));
    }

    private static MovementAwardCommand grant(Merit merit) {
        return new Grant("a-1", merit, true, Map.of(), Amounts.NONE, DossierFixture.WORDS, null);
    }

    private static Merit merit(@Nullable Long amount, LocalDate on) {
        return new Merit(
                "KG-K-2021-2023",
                Subject.INDIVIDUAL,
                List.of(new Recipient("Lê Văn Tâm", "Bí thư chi bộ", "KG-K-04", null)),
                "GIAY_KHEN",
                "PARTY",
                paper(DAY),
                on,
                null,
                null,
                amount,
                amount == null ? null : "Quy chế chi tiêu nội bộ",
                null,
                null);
    }

    private static DecisionPaper paper(LocalDate date) {
        return new DecisionPaper(null, "31-QĐ/ĐUK", date, "Ban Thường vụ Đảng ủy Khối", List.of());
    }
}
