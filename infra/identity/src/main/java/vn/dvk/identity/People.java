package vn.dvk.identity;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of a file, by id. The file is a JSON list of {@link Person}; a word it should not contain is refused as
 * loudly as one that is missing, because a misspelled role would otherwise only show as a mysterious 403 much later.
 */
final class People {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Nothing in the file is secret, and without this a fault does not say its line.
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Map<String, Person> byId;

    private People(Collection<Person> people) {
        byId = people.stream()
                .collect(toMap(
                        Person::id,
                        person -> person,
                        (first, _) -> {
                            throw new IllegalArgumentException("%s is there twice".formatted(first.id()));
                        },
                        LinkedHashMap::new));
        Rule.require(!byId.isEmpty(), "nobody is in it");
        for (var machine : Clients.MACHINES) {
            Rule.require(!byId.containsKey(machine), "%s is the name of a machine, not of a person", machine);
        }
    }

    /** Reads and checks the file; any fault is a {@link CannotStart} that names the file and the place in it. */
    static People readFrom(Resource file) {
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            return new People(JSON.readValue(text, new TypeReference<List<Person>>() {}));
        } catch (IOException | JacksonException | IllegalArgumentException fault) {
            throw new CannotStart(
                    "The people file %s cannot be used: %s".formatted(file.getDescription(), fault.getMessage()),
                    "Correct the file, or remove the setting identity.people (DVK_PEOPLE) to use the people that come"
                            + " with the platform.",
                    fault);
        }
    }

    Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Person> all() {
        return byId.values();
    }
}
