package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a department finds that has nothing but the files and a validator, and no way to the network. */
class SchemasTest {

    private static final String BASE = "https://dvk.example/contracts/";

    /** The dialect's own schema. */
    private static final String METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private static final JsonMapper JSON = new JsonMapper();
    private static final ContractFiles FILES = ContractFiles.onClassPath();
    private static final Map<String, String> BY_ID = byId();

    /** Each schema under the name it gives itself. */
    private static Map<String, String> byId() {
        var byId = new TreeMap<String, String>();
        FILES.paths().stream().filter(path -> path.endsWith(".schema.json")).forEach(path -> {
            var text = FILES.text(path);
            byId.put(JSON.readTree(text).path("$id").asString(), text);
        });
        return byId;
    }

    static Stream<String> identities() {
        return BY_ID.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("identities")
    void a_schema_has_an_absolute_address_and_keeps_its_dialect(String id) {
        assertThat(URI.create(id)).hasScheme("https").hasHost("dvk.example");
        assertThat(id).startsWith(BASE);
        assertThat(check(METASCHEMA, BY_ID.getOrDefault(id, ""))).isEmpty();
    }

    @Test
    void a_schema_that_does_not_keep_its_dialect_is_found() {
        assertThat(check(METASCHEMA, "{\"type\": \"text\", \"required\": \"all\"}"))
                .hasSizeGreaterThan(1);
    }

    /** Addresses are resolved against one another, as the specification says, and never looked up. */
    @Test
    void every_sample_is_valid_by_the_address_of_its_schema() {
        var contracts = Contracts.load();
        assertThat(contracts.types()).isNotEmpty().allSatisfy(type -> {
            var id = contracts.schemaOf(type).path("$id").asString();
            assertThat(contracts.samples(type))
                    .isNotEmpty()
                    .allSatisfy(sample -> assertThat(check(id, sample.text())).isEmpty());
        });
    }

    @Test
    void all_files_can_be_moved_to_a_base_of_ones_own() {
        var moved = FILES;
        for (var path : FILES.paths()) {
            moved = moved.with(path, FILES.text(path).replace(BASE, "https://danvan.gov.example/hop-dong/"));
        }
        var contracts = Contracts.of(moved);

        contracts.assertConsistent();
        assertThat(contracts.schemas().idOf("awards/hold-placed.v1.schema.json"))
                .isEqualTo("https://danvan.gov.example/hop-dong/awards/hold-placed.v1.schema.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contracts/", "contracts/", "https://dvk.example/contracts/other/"})
    void a_base_that_is_no_address_of_the_files_is_refused(String base) {
        var text = FILES.text(Schemas.HEADERS)
                .replace(BASE + Schemas.HEADERS, base.endsWith("other/") ? base + "x.json" : base + Schemas.HEADERS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.of(FILES.with(Schemas.HEADERS, text)))
                .withMessageContaining(Schemas.HEADERS + " has the $id");
    }

    private static List<Error> check(String id, String document) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(BY_ID).schemaLoader(loader -> loader.fetchRemoteResources(false)))
                .getSchema(SchemaLocation.of(id))
                .validate(
                        document,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
