package vn.dvk.awards.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.decision.RegisterCommand.Correct;
import vn.dvk.awards.domain.decision.RegisterCommand.Enter;
import vn.dvk.awards.domain.decision.RegisterCommand.Revoke;
import vn.dvk.awards.domain.decision.RegisterEvent.Corrected;
import vn.dvk.awards.domain.decision.RegisterEvent.Issued;
import vn.dvk.awards.domain.decision.RegisterEvent.Revoked;
import vn.dvk.spec.Specification;

class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2025, 10, 15);
    private static final Revocation REVOCATION =
            new Revocation("Sai thẩm quyền", DAY.plusDays(9), Effect.ANNULLED, null);

    private final Specification<RegisterCommand, RegisterEntry, RegisterEvent> register =
            Specification.of(new RegisterDecider());

    @Test
    void a_decision_is_entered_once() {
        register.given().when(new Enter("d-1", text("15"))).then(issued());
        register.given(issued()).when(new Enter("d-1", text("15"))).thenNothing();
        register.given(issued()).when(new Enter("d-1", text(null))).thenRefused("decision-in-register");
    }

    @Test
    void what_it_says_is_corrected_with_what_was_and_why() {
        register.given(issued()).when(correct(false, true)).then(corrected());
        register.given(issued(), corrected()).when(correct(false, true)).thenRefused("nothing-to-correct");
        assertThat(DecisionText.changes(text("15"), text("51"))).containsExactly(new Change("number", "15", "51"));
    }

    @Test
    void a_correction_takes_no_number_of_another_decision_and_no_unit_there_is_not() {
        var taken = register.given(issued()).when(correct(true, true)).thenRefused("decision-number-taken");
        assertThat(taken.faults()).extracting("field").containsExactly("number");
        var unknown = register.given(issued()).when(correct(false, false)).thenRefused("unit-unknown");
        assertThat(unknown.faults()).extracting("field").containsExactly("unit");
        register.given().when(correct(false, true)).thenRefused("decision-unknown");
        register.given(issued(), new Revoked(REVOCATION))
                .when(correct(false, true))
                .thenRefused("already-revoked");
    }

    @Test
    void a_correction_is_not_made_before_the_decision() {
        var early = new DecisionCorrection(
                "51", null, null, null, null, null, null, null, null, null, "Nhầm", DAY.minusDays(1));
        register.given(issued()).when(new Correct("d-1", early, false, true)).thenRefused("date-before-previous");
    }

    @Test
    void it_is_revoked_once_and_not_before_it_was_issued() {
        register.given(issued()).when(new Revoke("d-1", REVOCATION)).then(new Revoked(REVOCATION));
        register.given(issued(), new Revoked(REVOCATION))
                .when(new Revoke("d-1", REVOCATION))
                .thenNothing();
        var other = new Revocation("Khác", DAY, Effect.ENDED, null);
        register.given(issued(), new Revoked(REVOCATION))
                .when(new Revoke("d-1", other))
                .thenRefused("already-revoked");
        var early = new Revocation("Sớm", DAY.minusDays(1), Effect.ENDED, null);
        register.given(issued()).when(new Revoke("d-1", early)).thenRefused("date-before-previous");
        register.given().when(new Revoke("d-1", early)).thenRefused("decision-unknown");
    }

    @Test
    void a_place_in_the_register_is_the_issuers_the_years_and_the_numbers() {
        assertThat(text(" 15 ").registerKey()).isEqualTo(text("15").registerKey());
        assertThat(of("15-QĐ/TU", DAY).registerKey())
                .isEqualTo(of("15-qđ/tu", DAY.plusDays(3)).registerKey());
        assertThat(of("15", DAY).registerKey())
                .isNotEqualTo(of("15", DAY.plusYears(1)).registerKey());
        assertThat(of("15", DAY).registerKey()).isNotEqualTo(of("16", DAY).registerKey());
    }

    @Test
    void while_a_number_is_not_known_the_day_stands_in_for_it() {
        assertThat(of(null, DAY).registerKey()).isEqualTo(of(null, DAY).registerKey());
        assertThat(of(null, DAY).registerKey())
                .isNotEqualTo(of(null, DAY.plusDays(1)).registerKey());
        assertThat(of(null, DAY).incomplete()).containsExactly("number");
    }

    @Test
    void it_is_sorted_as_a_clerk_would() {
        var sorted = Stream.of(of(null, DAY), of("100-QĐ/TU", DAY), of("9-QĐ/TU", DAY), of("51", DAY))
                .sorted((one, other) -> one.sortKey().compareTo(other.sortKey()))
                .map(DecisionText::number)
                .toList();
        assertThat(sorted).containsExactly("9-QĐ/TU", "51", "100-QĐ/TU", null);
    }

    private static RegisterEvent issued() {
        return new Issued("d-1", text("15"));
    }

    private static RegisterEvent corrected() {
        return new Corrected(text("15"), text("51"), "Nhập nhầm số", DAY.plusDays(5));
    }

    private static RegisterCommand correct(boolean numberIsTaken, boolean unitIsKnown) {
        var by = new DecisionCorrection(
                "51", null, null, "TM", null, null, null, null, null, null, "Nhập nhầm số", DAY.plusDays(5));
        return new Correct("d-1", by, numberIsTaken, unitIsKnown);
    }

    private static DecisionText text(@Nullable String number) {
        return of(number, DAY);
    }

    private static DecisionText of(@Nullable String number, LocalDate date) {
        return new DecisionText(
                number, date, "Ban Thường vụ Tỉnh ủy", "TM", "Nguyễn Văn Hiền", "T/M", List.of(), List.of(), List.of());
    }
}
