package vn.dvk.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    /** The short way for usual text must say what the long way says, for every character alone and beside others. */
    @Test
    void usual_text_takes_a_short_way_to_the_same_end() {
        for (var unit = 0; unit <= 0xffff; unit++) {
            var character = (char) unit;
            for (var text : new String[] {"" + character, "a" + character + "b", "Dân " + character}) {
                assertThat(CleanText.clean(text)).as("U+%04X", unit).isEqualTo(CleanText.cleaned(text));
            }
        }
    }
}
