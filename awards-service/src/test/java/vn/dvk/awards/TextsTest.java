package vn.dvk.awards;

import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.spec.MessageCatalog;

class TextsTest {

    @Test
    void every_reason_is_explained_in_both_languages_and_no_text_is_left_over() {
        MessageCatalog.of("problems").reasons(AwardsReason.values()).check();
    }
}
