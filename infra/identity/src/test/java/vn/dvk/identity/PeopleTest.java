package vn.dvk.identity;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class PeopleTest {

    @ParameterizedTest
    @ValueSource(strings = {"VN", "NA", "KG-K", "LS-K", "HNA-KB", "KG-LMHTX"})
    void there_is_somebody_for_every_role_at_every_place_the_cases_need(String unit) {
        var shipped = People.readFrom(new ClassPathResource("people.json"));

        var roles = shipped.all().stream()
                .flatMap(person -> person.assignments().stream())
                .filter(assignment -> assignment.unit().equals(unit))
                .map(Assignment::role)
                .collect(toSet());

        assertThat(roles).isEqualTo(Set.copyOf(Stream.of(Role.values()).toList()));
    }

    @Test
    void a_person_may_have_several_roles_at_several_units() {
        var people = read("""
                [{"id": "a", "name": "A", "assignments": [{"role": "OFFICER", "unit": "NA-01"}, {"role": "VIEWER", "unit": "NA"}]}]
                """);

        assertThat(people.find("a").orElseThrow().assignments())
                .containsExactly(new Assignment(Role.OFFICER, "NA-01"), new Assignment(Role.VIEWER, "NA"));
        assertThat(people.find("b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                                                                              | nobody is in it
            [{"id":"A b","name":"A","assignments":[{"role":"OFFICER","unit":"NA"}]}]                        | 'A b' is not the id of a person
            [{"name":"A","assignments":[{"role":"OFFICER","unit":"NA"}]}]                                   | 'null' is not the id of a person
            [{"id":"a","name":" ","assignments":[{"role":"OFFICER","unit":"NA"}]}]                          | a has no name
            [{"id":"a","name":"A","assignments":[]}]                                                        | a has no role at any unit
            [{"id":"a","name":"A"}]                                                                         | a has no role at any unit
            [{"id":"a","name":"A","assignments":[{"unit":"NA"}]}]                                           | an assignment needs a role
            [{"id":"a","name":"A","assignments":[{"role":"OFFICER","unit":"nghe an"}]}]                     | 'nghe an' is not the code of a unit
            [{"id":"a","name":"A","roles":[],"assignments":[{"role":"OFFICER","unit":"NA"}]}]               | roles
            [{"id":"metrics","name":"A","assignments":[{"role":"OFFICER","unit":"NA"}]}]                    | metrics is the name of a machine
            not json                                                                                        | not
            """)
    void a_file_with_a_fault_is_refused_with_a_sentence_that_says_which(String file, String fault) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The people file")
                .hasMessageContaining(fault);
    }

    @Test
    void the_same_person_twice_is_refused() {
        var person = """
                {"id": "a", "name": "A", "assignments": [{"role": "OFFICER", "unit": "NA"}]}""";

        assertThatThrownBy(() -> read("[" + person + "," + person + "]")).hasMessageContaining("a is there twice");
    }

    private static People read(String json) {
        return People.readFrom(new ByteArrayResource(json.getBytes(StandardCharsets.UTF_8), "test"));
    }
}
