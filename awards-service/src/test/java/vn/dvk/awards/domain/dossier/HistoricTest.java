package vn.dvk.awards.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.domain.dossier.DossierFixture.CONCLUSION;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.LEVELS;
import static vn.dvk.awards.domain.dossier.DossierFixture.WORDS;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.passed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/** Of a historic programme a recognition or an award may be known by the month or the year only. */
class HistoricTest {

    private static final LocalDate END = DAY.withDayOfYear(1).plusYears(1).minusDays(1);
    private static final LocalDate CUT_OFF = END.minusDays(20);
    private static final Day THE_YEAR = new Day(END, Precision.YEAR);
    private static final DecisionPaper PAPER =
            new DecisionPaper("d-9", null, END, "Ban Chỉ đạo huyện Kim Bảng", List.of(), Precision.YEAR);
    private static final DecisionPaper OF_THE_DAY =
            new DecisionPaper("d-8", "8", DAY, "Ban Chỉ đạo huyện Kim Bảng", List.of());

    @Test
    void a_recognition_counts_at_the_end_of_what_is_known_but_not_past_the_cut_off() {
        var recognized = new Recognized(
                id("recognition", 1), "DISTRICT", PAPER, CUT_OFF, null, CONCLUSION, null, Precision.YEAR);
        dossier()
                .given(opened(), passed())
                .when(recognize(PAPER, THE_YEAR, CUT_OFF))
                .then(recognized);
        dossier()
                .given(opened(), passed(), recognized)
                .when(recognize(PAPER, THE_YEAR, CUT_OFF))
                .thenNothing();
        assertThat(new Recognition("r", "DISTRICT", PAPER, CUT_OFF, null, null, null, null, null, Precision.YEAR)
                        .incomplete())
                .containsExactly("on", "decision.number", "decision.date");
    }

    @Test
    void elsewhere_the_day_has_to_be_known() {
        dossier()
                .given(opened(), passed())
                .when(recognize(PAPER, THE_YEAR, null))
                .thenRefused("papers-incomplete");
        dossier()
                .given(opened(), passed())
                .when(recognize(PAPER, Day.of(END), null))
                .thenRefused("papers-incomplete");
        dossier()
                .given(opened(), passed())
                .when(recognize(OF_THE_DAY, THE_YEAR, null))
                .thenRefused("papers-incomplete");
    }

    @Test
    void only_what_cannot_have_been_in_order_is_refused() {
        // The paper is of some day of the year, so it may have been there on this one.
        dossier()
                .given(opened(), passed())
                .when(recognize(PAPER, Day.of(DAY), CUT_OFF))
                .then(new Recognized(id("recognition", 1), "DISTRICT", PAPER, DAY, null, CONCLUSION));
        var before = new Day(DAY.withDayOfYear(1).minusDays(1), Precision.YEAR);
        dossier()
                .given(opened(), passed())
                .when(recognize(PAPER, before, CUT_OFF))
                .thenRefused("decision-later-than-day");
        // Registered some time in the year.
        dossier()
                .given(new DossierEvent.Opened(DossierFixture.entry(), END, Precision.YEAR), passed())
                .when(recognize(OF_THE_DAY, Day.of(DAY), CUT_OFF))
                .then(new Recognized(id("recognition", 1), "DISTRICT", OF_THE_DAY, DAY, null, CONCLUSION));
    }

    @Test
    void an_award_too() {
        var asked =
                new Commendation("GIAY_KHEN", "PARTY", PAPER, END, null, null, null, null, null, null, Precision.YEAR);
        var counted = new Commendation(
                "GIAY_KHEN", "PARTY", PAPER, CUT_OFF, null, null, null, null, null, null, Precision.YEAR);
        var given = new AwardGranted(id("award", 1), DossierFixture.content(counted));
        dossier().given(opened()).when(grant(asked, CUT_OFF)).then(given);
        dossier().given(opened(), given).when(grant(asked, CUT_OFF)).thenNothing();
        dossier().given(opened()).when(grant(asked, null)).thenRefused("papers-incomplete");
        assertThat(counted.incomplete()).containsExactly("on", "decision.number", "decision.date", "amount");
    }

    private static Recognize recognize(DecisionPaper paper, Day on, @Nullable LocalDate historicUntil) {
        var rules = new ProgrammeRules(Set.of("DISTRICT"), true, LEVELS, historicUntil);
        return new Recognize("DISTRICT", paper, on, null, rules, null, null, null);
    }

    private static GrantAward grant(Commendation asked, @Nullable LocalDate historicUntil) {
        var rules = new GivingRules(SeveralForms.NEVER, Amounts.NONE, WORDS, historicUntil);
        return new GrantAward(asked, List.of(), "Huyện Kim Bảng", Map.of(), rules, null);
    }
}
