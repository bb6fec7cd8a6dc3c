package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.MINUTES;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SELECTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.draft;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.returned;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Day;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.Disapprove;
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.domain.registration.RegistrationEvent.NotApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.unit.Mergers;

/** The two stages, and the way back from each. */
class ReviewingTest {

    private static final Select SELECT = new Select(SELECTED, MINUTES);
    private static final Accept ACCEPT =
            new Accept(ACCEPTED, APPROVAL, RegistrationFixtures.WORDS.levels(), Mergers.NONE);
    private static final Return RETURN = new Return(SELECTED, REASON);

    @Test
    void the_base_selects_what_was_submitted_with_or_without_minutes() {
        registration().given(submitted()).when(SELECT).then(new Selected(SELECTED, MINUTES));
        registration().given(submitted()).when(new Select(SUBMITTED, null)).then(new Selected(SUBMITTED, null));
    }

    @Test
    void nothing_else_is_selected() {
        draft().given().when(SELECT).thenRefused("not-submitted");
        registration().given(returned()).when(SELECT).thenRefused("not-submitted");
        registration().given(withdrawn()).when(SELECT).thenRefused("withdrawn");
    }

    @Test
    void not_before_it_was_submitted() {
        registration()
                .given(submitted())
                .when(new Select(SUBMITTED.minusDays(1), null))
                .thenRefused("date-before-previous");
    }

    @Test
    void selecting_again_is_nothing_new_unless_it_contradicts() {
        for (var history : List.of(selected(), registered())) {
            registration().given(history).when(SELECT).thenNothing();
            registration()
                    .given(history)
                    .when(new Select(SELECTED.plusDays(1), MINUTES))
                    .thenRefused("not-submitted");
            registration().given(history).when(new Select(SELECTED, null)).thenRefused("not-submitted");
        }
    }

    @Test
    void the_superior_accepts_what_the_base_selected() {
        registration().given(selected()).when(ACCEPT).then(new Registered(ACCEPTED, APPROVAL));
    }

    @Test
    void nothing_else_is_accepted() {
        draft().given().when(ACCEPT).thenRefused("not-selected");
        for (var history : List.of(submitted(), returned())) {
            registration().given(history).when(ACCEPT).thenRefused("not-selected");
        }
        registration().given(withdrawn()).when(ACCEPT).thenRefused("withdrawn");
    }

    @Test
    void not_before_it_was_selected() {
        registration()
                .given(selected())
                .when(new Accept(SELECTED.minusDays(1), APPROVAL, RegistrationFixtures.WORDS.levels(), Mergers.NONE))
                .thenRefused("date-before-previous");
    }

    @Test
    void accepting_again_is_nothing_new_unless_day_or_document_contradict() {
        var other = new Paper("16-TB/ĐU", ACCEPTED, "Đảng ủy xã");

        registration().given(registered()).when(ACCEPT).thenNothing();
        registration()
                .given(registered())
                .when(new Accept(ACCEPTED.plusDays(1), APPROVAL, RegistrationFixtures.WORDS.levels(), Mergers.NONE))
                .thenRefused("not-selected");
        registration()
                .given(registered())
                .when(new Accept(ACCEPTED, other, RegistrationFixtures.WORDS.levels(), Mergers.NONE))
                .thenRefused("not-selected");
    }

    @Test
    void what_is_under_review_can_be_returned_at_both_stages() {
        for (var history : List.of(submitted(), selected())) {
            registration().given(history).when(RETURN).then(new Returned(SELECTED, REASON));
        }
    }

    @Test
    void not_before_it_was_submitted_or_selected() {
        registration()
                .given(submitted())
                .when(new Return(SUBMITTED.minusDays(1), REASON))
                .thenRefused("date-before-previous");
        registration().given(selected()).when(new Return(SUBMITTED, REASON)).thenRefused("date-before-previous");
    }

    @Test
    void what_is_not_under_review_is_not_returned() {
        draft().given().when(RETURN).thenRefused("not-under-review");
        registration().given(registered()).when(RETURN).thenRefused("not-under-review");
        registration().given(withdrawn()).when(RETURN).thenRefused("withdrawn");
    }

    @Test
    void returning_for_the_same_reason_again_is_nothing_new() {
        registration().given(returned()).when(RETURN).thenNothing();
        registration()
                .given(returned())
                .when(new Return(SELECTED, "Thiếu chỉ tiêu đo được"))
                .thenRefused("not-under-review");
    }

    @Test
    void after_a_return_both_stages_are_passed_again() {
        var again = and(returned(), new Submitted(written(complete()), ACCEPTED));

        registration().given(again).when(ACCEPT).thenRefused("not-selected");
        registration().given(again).when(SELECT).thenRefused("date-before-previous");
        registration().given(again).when(new Select(ACCEPTED, MINUTES)).then(new Selected(ACCEPTED, MINUTES));
    }

    @Test
    void the_review_may_end_with_a_no_which_is_not_a_return() {
        var no = new Disapprove(ACCEPTED, REASON);
        for (var history : List.of(submitted(), selected())) {
            registration().given(history).when(no).then(new NotApproved(ACCEPTED, REASON));
        }
        draft().given().when(no).thenRefused("not-under-review");
        for (var history : List.of(returned(), registered())) {
            registration().given(history).when(no).thenRefused("not-under-review");
        }
        registration().given(withdrawn()).when(no).thenRefused("withdrawn");
        registration()
                .given(submitted())
                .when(new Disapprove(SUBMITTED.minusDays(1), REASON))
                .thenRefused("date-before-previous");
    }

    @Test
    void what_is_not_approved_is_over() {
        var over = and(submitted(), new NotApproved(SELECTED, REASON));
        registration().given(over).when(new Disapprove(SELECTED, REASON)).thenNothing();
        for (var command : List.of(
                new Disapprove(SELECTED, "Lý do khác"),
                SELECT,
                ACCEPT,
                RETURN,
                RegistrationFixtures.submit(),
                new Withdraw(ACCEPTED, REASON))) {
            registration().given(over).when(command).thenRefused("not-approved");
        }
    }

    @Test
    void a_closed_programme_takes_in_what_a_paper_from_before_says_and_nothing_later() {
        registration().given(submitted()).when(select(SELECTED)).then(new Selected(SELECTED, MINUTES));
        registration().given(submitted()).when(select(SELECTED.minusDays(1))).thenRefused("programme-closed");
        registration().given(selected()).when(accept(ACCEPTED)).then(new Registered(ACCEPTED, APPROVAL));
        registration().given(selected()).when(accept(ACCEPTED.minusDays(1))).thenRefused("programme-closed");
    }

    @Test
    void asked_again_after_the_closing_what_was_done_is_still_nothing_new() {
        for (var history : List.of(selected(), registered())) {
            registration().given(history).when(select(SELECTED.minusDays(1))).thenNothing();
        }
        registration().given(registered()).when(accept(ACCEPTED.minusDays(1))).thenNothing();
    }

    private static Select select(LocalDate closedOn) {
        return new Select(Day.of(SELECTED), KnownPaper.of(MINUTES), Historic.NONE, closed(closedOn));
    }

    private static Accept accept(LocalDate closedOn) {
        return new Accept(
                Day.of(ACCEPTED),
                KnownPaper.of(APPROVAL),
                RegistrationFixtures.WORDS.levels(),
                Historic.NONE,
                closed(closedOn),
                Mergers.NONE);
    }

    private static Closings closed(LocalDate on) {
        return new Closings(Map.of(complete().programme(), on));
    }

    @Test
    void a_level_that_has_ended_in_the_meantime_is_not_approved_any_more() {
        var over = RegistrationFixtures.wordsUntil("GRASSROOTS", ACCEPTED.minusDays(1))
                .levels();
        registration()
                .given(selected())
                .when(new Accept(ACCEPTED, APPROVAL, over, Mergers.NONE))
                .thenRefused("registration-incomplete");
        registration()
                .given(selected())
                .when(new Accept(ACCEPTED.minusDays(1), APPROVAL, over, Mergers.NONE))
                .then(new Registered(ACCEPTED.minusDays(1), APPROVAL));
    }
}
