package vn.dvk.awards.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.AwardsApplication;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.domain.Subject;
import vn.dvk.spec.RunningService;

/** What is shipped about giving awards. */
class AwardSettingsTest {

    private static final AwardSettings SHIPPED =
            RunningService.shared(AwardsApplication.class).context().getBean(AwardSettings.class);

    @Test
    void it_is_strict_and_pays_nobody_by_a_rule_nobody_has_settled() {
        assertThat(SHIPPED.severalForms()).isEqualTo(SeveralForms.NEVER);
        assertThat(SHIPPED.coefficients()).isEmpty();
    }

    /** 0.3 for a person by Hướng dẫn 56-HD/VPTW, as it is printed for 2019: 447,000 đ. */
    @Test
    void with_a_provinces_coefficient_the_amount_is_the_one_printed() {
        var coefficient = new Amounts.Coefficient(
                "GIAY_KHEN",
                "PARTY",
                Subject.INDIVIDUAL,
                "Đảng ủy xã Tân Sơn",
                LocalDate.of(2015, 10, 29),
                null,
                new BigDecimal("0.3"),
                "Hướng dẫn 56-HD/VPTW");
        var tables = new Amounts(SHIPPED.baseSalaries(), List.of(coefficient));
        assertThat(tables.of("GIAY_KHEN", "PARTY", Subject.INDIVIDUAL, paper("Đảng ủy xã Tân Sơn", 2019)))
                .hasValueSatisfying(found -> assertThat(found.amount()).isEqualTo(447_000));
        assertThat(tables.of("GIAY_KHEN", "PARTY", Subject.INDIVIDUAL, paper("Huyện ủy", 2019)))
                .as("another giver")
                .isEmpty();
        assertThat(tables.of("GIAY_KHEN", "PARTY", Subject.INDIVIDUAL, paper("Đảng ủy xã Tân Sơn", 2018)))
                .as("a day for which no base salary is shipped")
                .isEmpty();
    }

    private static DecisionPaper paper(String issuer, int year) {
        return new DecisionPaper(null, "1", LocalDate.of(year, 11, 6), issuer, List.of());
    }
}
