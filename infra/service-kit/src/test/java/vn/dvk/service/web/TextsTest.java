package vn.dvk.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Reason;

/** Every code the kit can give has its title and its sentence in both languages. */
class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_reason_has_a_title_and_a_sentence(String language) {
        var missing = new ArrayList<String>();
        var texts = new WebKit().messageSource();
        for (var reason : reasons()) {
            for (var key : List.of(reason.code() + ".title", reason.code())) {
                var text = texts.getMessage(key, new Object[] {"1", "2"}, "", Locale.of(language));
                if (text == null || text.isBlank()) {
                    missing.add(key);
                }
            }
        }
        // A missing field is a fault of a field, which has no title.
        assertThat(missing).isSubsetOf("required.title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_standard_constraint_has_its_sentence(String language) throws Exception {
        var texts = texts(language).stringPropertyNames();

        assertThat(texts)
                .containsAll(constraints().map(name -> "constraint." + name).toList());
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_gaps() throws Exception {
        var vietnamese = texts("vi");
        var english = texts("en");

        assertThat(vietnamese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(vietnamese.stringPropertyNames())
                .allSatisfy(key -> assertThat(gaps(vietnamese.getProperty(key)))
                        .as(key)
                        .isEqualTo(gaps(english.getProperty(key))));
    }

    private static List<Reason> reasons() {
        return Stream.<Reason>concat(Arrays.stream(WebReason.values()), Arrays.stream(KitReason.values()))
                .toList();
    }

    /** The annotations of Jakarta Validation, as they lie beside {@code NotNull}. */
    private static Stream<String> constraints() throws Exception {
        var resolver = new org.springframework.core.io.support.PathMatchingResourcePatternResolver();
        var folder = NotNull.class.getPackageName().replace('.', '/');
        return Arrays.stream(resolver.getResources("classpath*:" + folder + "/*.class"))
                .map(one -> String.valueOf(one.getFilename()).replace(".class", ""))
                .filter(name -> !name.contains("$") && !name.equals("package-info"));
    }

    private static Properties texts(String language) throws Exception {
        var file = new ClassPathResource("kit-problems_" + language + ".properties");
        return PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"));
    }

    private static TreeSet<String> gaps(String text) {
        var gaps = new TreeSet<String>();
        java.util.regex.Pattern.compile("\\{\\d}").matcher(text).results().forEach(gap -> gaps.add(gap.group()));
        return gaps;
    }
}
