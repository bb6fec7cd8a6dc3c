package vn.dvk.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a JVM is to learn about the start of a program.
 *
 * @param flags those of the real start, without which the cache is refused
 * @param classPath of the real start, likewise
 * @param start a run that comes as far as a real start
 * @param cache what it learns is written here
 */
record Training(String name, List<String> flags, String classPath, List<String> start, Path cache) {

    /**
     * Trains, and makes sure that a real start would use the cache: one that is refused is worth nothing, and by default
     * the JVM only passes over it with a warning.
     */
    void carryOut(Settings settings) {
        carryOut(settings, Map.of(), _ -> false);
    }

    /** @param done when to end a run that does not end by itself */
    void carryOut(Settings settings, Map<String, String> environment, Program.Readiness done) {
        var learn = new ArrayList<>(flags);
        learn.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error"));
        learn.addAll(start);
        BuildStep.run(settings, name, environment, learn, done);

        var check = new ArrayList<>(flags);
        check.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-cp", classPath, "-version"));
        BuildStep.run(settings, name, environment, check);
    }
}
