package vn.dvk.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where it was measured: a figure without it says nothing. */
final class Machine {

    private Machine() {}

    static Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("processor", line("/proc/cpuinfo", "model name"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("memory", line("/proc/meminfo", "MemTotal"));
        facts.put("memoryFree", line("/proc/meminfo", "MemAvailable"));
        facts.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.vm.vendor") + " " + Runtime.version());
        return facts;
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException _) {
            return "?"; // not Linux
        }
    }

    /** With a mark when there is something in the folder that is not committed. */
    static String commit(Path repository) {
        var commit = git(repository, "rev-parse", "--short=12", "HEAD");
        return commit.isEmpty()
                ? "?"
                : commit + (git(repository, "status", "--porcelain").isEmpty() ? "" : "+");
    }

    private static String git(Path repository, String... words) {
        try {
            var builder = new ProcessBuilder("git", "-C", repository.toString());
            builder.command().addAll(java.util.List.of(words));
            var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
