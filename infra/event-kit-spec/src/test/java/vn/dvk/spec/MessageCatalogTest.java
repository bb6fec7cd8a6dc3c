package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.spec.sample.DossierReason;

/** The check of the texts is quiet about complete ones and names everything that is wrong with others. */
class MessageCatalogTest {

    @Test
    void complete_texts_pass() {
        assertThatCode(() -> MessageCatalog.of("sound")
                        .reasons(DossierReason.NOT_OPEN)
                        .faults(DossierReason.EMPTY_NOTE)
                        .check())
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        MessageCatalog.of("sound").mayHoldMore().keys(List.of()).check())
                .doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_wrong_is_named() {
        assertThatThrownBy(() -> MessageCatalog.of("planted")
                        .reasons(DossierReason.NOT_OPEN)
                        .faults(DossierReason.EMPTY_NOTE)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "planted_en has no text for not-open.title",
                        "planted_en has no text for empty-note",
                        "planted_vi has a text nobody needs: left-over",
                        "planted_vi has left-over and planted_en has not",
                        "planted_vi and planted_en differ in the placeholders of not-open",
                        "planted_en: not-open holds a single apostrophe",
                        "planted_vi: empty-note cannot be formatted");
    }

    @Test
    void a_text_that_leaves_the_caller_alone_is_named() {
        assertThatThrownBy(() -> MessageCatalog.of("sound")
                        .mayHoldMore()
                        .saysWhatToDo(DossierReason.NOT_OPEN)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "sound_en does not say what to do: not-open", "sound_vi does not say what to do: not-open");
        assertThatCode(() -> MessageCatalog.of("sound")
                        .mayHoldMore()
                        .saysWhatToDo(DossierReason.EMPTY_NOTE)
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    void a_bundle_that_is_not_there_has_no_text() {
        assertThatThrownBy(() -> MessageCatalog.of("nowhere")
                        .reasons(DossierReason.NOT_OPEN)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere_vi has no text for not-open");
    }
}
