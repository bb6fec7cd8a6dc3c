package vn.dvk.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every Dockerfile here promises. */
enum DockerfilePromise {
    EVERY_COPIED_FILE_EXISTS(DockerfilePromise::missingSources),
    EVERY_COPIED_FILE_IS_SENT_TO_THE_BUILD(DockerfilePromise::ignoredSources),
    EVERY_BASE_HAS_A_VERSION(DockerfilePromise::basesWithoutVersion),
    THE_IMAGE_DOES_NOT_RUN_AS_ROOT(DockerfilePromise::root),
    THE_IMAGE_TELLS_ITS_HEALTH(DockerfilePromise::noHealth),
    TRAINING_AND_RUNNING_USE_THE_SAME_FLAGS(DockerfilePromise::otherFlags),
    TRAINING_HAS_A_HEAP_OF_THE_SAME_KIND(DockerfilePromise::otherHeap);

    private static final Pattern VERSION = Pattern.compile(".+:v?\\d[^:]*");
    private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*(:\\d+)?");
    private static final Pattern START_OF_THE_SERVICE = Pattern.compile("java\\s(?:(?!&&).)*?-jar service\\.jar");

    private final Function<Dockerfile, Stream<String>> check;

    DockerfilePromise(Function<Dockerfile, Stream<String>> check) {
        this.check = check;
    }

    List<String> brokenBy(Dockerfile file) {
        return check.apply(file).toList();
    }

    private static Stream<String> missingSources(Dockerfile file) {
        return sources(file).filter(source -> !Repository.has(source)).map(source -> source + " does not exist");
    }

    /** The ignore file lets through what it names after an exclamation mark, but for what it names further down. */
    private static Stream<String> ignoredSources(Dockerfile file) {
        var lines = Repository.text(".dockerignore").lines().toList();
        return sources(file)
                .filter(source -> !lines.contains("!" + source.split("/")[0])
                        || lines.stream().anyMatch(line -> (source + "/").startsWith(line + "/")))
                .map(source -> source + " is left out by .dockerignore");
    }

    private static Stream<String> sources(Dockerfile file) {
        return file.all("COPY").stream()
                .filter(copy -> !copy.rest().contains("--from="))
                .flatMap(copy -> {
                    var paths = copy.words().stream()
                            .filter(word -> !word.startsWith("--"))
                            .toList();
                    return paths.subList(0, paths.size() - 1).stream();
                });
    }

    private static Stream<String> basesWithoutVersion(Dockerfile file) {
        var stages = new ArrayList<String>();
        var without = new ArrayList<String>();
        for (var from : file.all("FROM")) {
            var base = from.words().getFirst();
            if (!stages.contains(base) && !VERSION.matcher(base).matches()) {
                without.add(base + " has no version");
            }
            stages.add(from.words().getLast());
        }
        return without.stream();
    }

    private static Stream<String> root(Dockerfile file) {
        var users = file.finalStage().all("USER");
        return !users.isEmpty()
                        && NOT_ROOT.matcher(users.getLast().rest().trim()).matches()
                ? Stream.empty()
                : Stream.of("the last USER is " + users);
    }

    private static Stream<String> noHealth(Dockerfile file) {
        return file.finalStage().all("HEALTHCHECK").stream()
                        .anyMatch(check -> check.rest().contains("CMD"))
                ? Stream.empty()
                : Stream.of("no HEALTHCHECK");
    }

    private static Stream<String> otherFlags(Dockerfile file) {
        return starts(file)
                .filter(start -> !start.contains(" @java.flags "))
                .map(start -> start + " has flags of its own");
    }

    /** The build machine's memory, of which the flags would take half, must not matter. */
    private static Stream<String> otherHeap(Dockerfile file) {
        return starts(file)
                .filter(start -> start.contains("-Dspring.context.exit") && !start.contains(" -Xmx256m "))
                .map(start -> start + " has a heap of the build machine's size");
    }

    private static Stream<String> starts(Dockerfile file) {
        return file.finalStage().instructions().stream()
                // The entry point is a JSON list: without its quotes and commas it reads like a command.
                .map(instruction ->
                        instruction.rest().replaceAll("[\\[\\],\"]+", " ").replaceAll("\\s+", " "))
                .flatMap(command -> START_OF_THE_SERVICE.matcher(command).results())
                .map(start -> start.group().trim());
    }
}
