package vn.dvk.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type finds what is written. */
class SearchTextTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "Hòa Bình, hoa binh",
        "Hoà  Bình, hoa binh",
        "'HÒA\u00a0BÌNH', hoa binh",
        "' hoa\tbinh ', hoa binh",
        "đường Đông, duong dong",
        "\u00d0ông Anh, dong anh",
        "\u00f0ông, dong",
        "\u0189ông, dong",
        "Nguyễn Thị Ngọc Ánh, nguyen thi ngoc anh",
        "ƯỚC MƠ, uoc mo",
        "H\u2019Hen Niê, h'hen nie",
        "Y Bhiăo Kdăm, y bhiao kdam",
        "Straße, strasse",
        "Tổ 3, to 3",
        "ＡＢＣ, abc"
    })
    void folded(String text, String folded) {
        for (var form : Normalizer.Form.values()) {
            assertThat(SearchText.fold(Normalizer.normalize(text, form))).isEqualTo(folded);
        }
    }

    @Test
    void once_is_enough() {
        var folded = SearchText.fold("Thôn Đồng Quỹ, xã Nam Thái");

        assertThat(SearchText.fold(folded)).isEqualTo(folded);
    }
}
