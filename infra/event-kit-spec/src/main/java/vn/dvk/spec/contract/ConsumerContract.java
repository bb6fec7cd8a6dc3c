package vn.dvk.spec.contract;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a service that reads has said it reads. */
public final class ConsumerContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final Contracts contracts;
    private final String service;

    /** How a consumer makes its own small record of another's event. */
    @FunctionalInterface
    public interface Reading {

        /**
         * @param type wire name
         * @param body as it arrived
         * @return the consumer's own record, comparable by equality; not the JSON itself
         * @throws Exception when the body cannot be read
         */
        Object read(String type, byte[] body) throws Exception;
    }

    ConsumerContract(Contracts contracts, String service) {
        this.contracts = contracts;
        this.service = service;
    }

    /**
     * The wire names in the service's code and its reader files are the same, and together they are every event of the
     * topics it reads: nothing is skipped without having been named.
     *
     * @param used    wire names the code handles
     * @param ignored wire names the code passes over
     * @throws AssertionError listing what differs
     */
    public void readsExactly(Collection<String> used, Collection<String> ignored) {
        var problems = new Problems();
        var declaredUsed = new TreeSet<String>();
        var declaredIgnored = new TreeSet<String>();
        for (var reader : declared()) {
            declaredUsed.addAll(reader.reads().keySet());
            declaredIgnored.addAll(reader.ignores());
            problems.addAll(problemsOf(reader));
        }
        compare("uses", used, declaredUsed, problems);
        compare("ignores", ignored, declaredIgnored, problems);
        problems.throwIfAny("What " + service + " reads and what it has declared differ");
    }

    private static void compare(String verb, Collection<String> inCode, Collection<String> inFiles, Problems problems) {
        inCode.stream()
                .filter(type -> !inFiles.contains(type))
                .forEach(type -> problems.add("the code " + verb + " " + type + ", the reader files do not say so"));
        inFiles.stream()
                .filter(type -> !inCode.contains(type))
                .forEach(type ->
                        problems.add("by the reader files the service " + verb + " " + type + ", by the code not"));
    }

    /** What is wrong with a reader file itself. */
    List<String> problemsOf(Reader reader) {
        var problems = new Problems();
        var onTopic = new TreeSet<String>();
        contracts.types().stream()
                .filter(type -> EventName.ofType(type).orElseThrow().folder().equals(reader.folder()))
                .forEach(onTopic::add);
        for (var type : onTopic) {
            if (reader.reads().containsKey(type) == reader.ignores().contains(type)) {
                problems.add("%s should say once whether it reads or ignores %s".formatted(reader.path(), type));
            }
        }
        var named = new TreeSet<>(reader.reads().keySet());
        named.addAll(reader.ignores());
        named.stream()
                .filter(type -> !onTopic.contains(type))
                .forEach(type -> problems.add(reader.path() + " names " + type + ", which is not on that topic"));
        reader.reads().forEach((type, fields) -> {
            if (onTopic.contains(type)) {
                var schema = EventName.ofType(type).orElseThrow().schemaPath();
                fields.stream()
                        .filter(field -> !contracts.schemas().declares(schema, field))
                        .forEach(field -> problems.add(
                                "%s reads %s of %s, which has no such field".formatted(reader.path(), field, type)));
            }
        });
        return problems.list();
    }

    /**
     * The service reads every released sample of every event it uses, and reads the same when the fields it has not
     * declared are left out and when a field is added that nobody knows yet.
     *
     * @throws AssertionError naming each sample that is read wrongly, and how
     */
    public void canRead(Reading reading) {
        var problems = new Problems();
        for (var reader : declared()) {
            reader.reads()
                    .forEach((type, fields) -> contracts.samples(type).forEach(sample -> {
                        var body = (ObjectNode) JSON.readTree(sample.text());
                        try {
                            var whole = read(reading, type, body);
                            if (!whole.equals(read(reading, type, Fields.only(body, fields)))) {
                                problems.add(sample + ": reads more than the fields declared in " + reader.path());
                            }
                            if (!whole.equals(read(reading, type, withUnknownField(body)))) {
                                problems.add(sample + ": an added field changes what is read");
                            }
                        } catch (Exception e) {
                            problems.add(sample + ": " + e);
                        }
                    }));
        }
        problems.throwIfAny(service + " cannot read what it says it reads");
    }

    private static Object read(Reading reading, String type, JsonNode body) throws Exception {
        return reading.read(type, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode withUnknownField(ObjectNode body) {
        return body.deepCopy().put("addedInALaterRelease", "x");
    }

    private List<Reader> declared() {
        var declared = contracts.readers(service);
        if (declared.isEmpty()) {
            throw new AssertionError("There is no <folder>/readers/" + service + ".json: what does it read?");
        }
        return declared;
    }
}
