package vn.dvk.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.SampleEvent;

/** The words of another installation, as they count here. */
class SharedTermsTest {

    private static final SharedTerms TERMS =
            SharedTerms.of("thai-nguyen", List.of("level:CAP_HUYEN=DISTRICT", "unit-kind:XA=COMMUNE"));

    @Test
    void aWordThatIsMappedIsOursAndOthersOfItsVocabularyStayTheirs() {
        assertThat(recognized("CAP_HUYEN").path("level").asString()).isEqualTo("DISTRICT");
        assertThat(recognized("LIEN_XA").path("level").asString()).isEqualTo("thai-nguyen:LIEN_XA");
    }

    @Test
    void aVocabularyThatIsNotMappedHasTheSameWords() {
        var award = named(SampleEvent.full("vn.dvk.awards.award-granted.v1")
                .with("form", "GIAY_KHEN")
                .with("kind", "XA"));
        assertThat(award.path("form").asString()).isEqualTo("GIAY_KHEN");
        assertThat(award.path("kind").asString())
                .as("of a model, not of a unit")
                .isEqualTo("XA");
    }

    @Test
    void theDirectorySaysTheSame() {
        var term = named(SampleEvent.full("vn.dvk.directory.term.v1")
                .with("vocabulary", "level")
                .with("code", "CAP_HUYEN"));
        assertThat(term.path("code").asString()).isEqualTo("DISTRICT");
        assertThat(term.path("track").asString()).isEqualTo("PARTY");
        var unit = named(SampleEvent.full("vn.dvk.directory.unit.v1").with("kind", "XA"));
        assertThat(unit.path("kind").asString()).isEqualTo("COMMUNE");
        var programme = named(SampleEvent.full("vn.dvk.directory.programme.v1")
                .with("levels", List.of("CAP_HUYEN", "LIEN_XA"))
                .with("targets", Json.MAPPER.readTree("{\"kind\":\"XA\",\"under\":\"T\"}")));
        assertThat(programme.path("levels").toString()).isEqualTo("[\"DISTRICT\",\"thai-nguyen:LIEN_XA\"]");
        assertThat(programme.at("/targets/kind").asString()).isEqualTo("COMMUNE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAP_HUYEN=DISTRICT", "level:CAP_HUYEN", "level:cap_huyen=DISTRICT", ""})
    void whatIsNoMappingIsNamedWithARightOne(String entry) {
        assertThatThrownBy(() -> SharedTerms.of("thai-nguyen", List.of(entry)))
                .hasMessageContaining("for example level:CAP_HUYEN=DISTRICT");
    }

    @Test
    void aWordIsOneWordHere() {
        assertThatThrownBy(() -> SharedTerms.of("thai-nguyen", List.of("level:A=B", "level:A=C")))
                .hasMessageContaining("mapped twice, to B and C");
    }

    private static JsonNode recognized(String level) {
        return named(SampleEvent.full("vn.dvk.awards.model-recognized.v1")
                .with("kind", "MODEL")
                .with("level", level));
    }

    private static JsonNode named(SampleEvent event) {
        return Json.MAPPER.readTree(
                ForeignEvent.named(event.incoming(), "thai-nguyen", TERMS).body());
    }
}
