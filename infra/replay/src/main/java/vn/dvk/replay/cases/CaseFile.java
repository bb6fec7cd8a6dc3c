package vn.dvk.replay.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a case file, read into a {@link Case} that {@link CaseRules} has checked; or one {@link InvalidCase}. */
public final class CaseFile {

    private CaseFile() {}

    /** The five cases that come with the program, the small ones first. */
    public static List<Bundled> bundled() {
        return Stream.of(
                        "lien-minh-htx-2021",
                        "lang-son-khoi-2017-2020",
                        "kim-bang-2015-2020",
                        "kien-giang-khoi-2021-2023",
                        "nghe-an-2024-h1")
                .map(name -> new Bundled(name + ".json"))
                .toList();
    }

    /** A case inside the program's own archive. */
    public record Bundled(String file) {

        public String text() {
            try (InputStream in = CaseFile.class.getResourceAsStream("/cases/" + file)) {
                return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** The text of a file on disk, before it is understood. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw InvalidCase.unreadable(file.toString(), "không có tệp này", "there is no such file");
        } catch (CharacterCodingException _) {
            throw InvalidCase.unreadable(file.toString(), "không phải văn bản UTF-8", "not a text in UTF-8");
        } catch (IOException _) {
            throw InvalidCase.unreadable(file.toString(), "không đọc được tệp này", "this file cannot be read");
        }
    }

    /**
     * @param file name to show in messages
     * @throws InvalidCase naming the line and what is expected there
     */
    public static Case read(String file, String text) {
        var document = CaseDocument.read(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        inheritFromProgramme(document);
        CaseSchema.check(file, document);
        nameIgnored((ObjectNode) document);
        var read = CaseDocument.bind(document);
        CaseRules.check(read);
        return read;
    }

    private static void nameIgnored(ObjectNode document) {
        var names = new TreeSet<>(document.propertyNames());
        names.removeAll(CaseSchema.sections());
        names.remove("place");
        var ignored = document.putArray("ignored");
        names.forEach(ignored::add);
    }

    /** Another programme of the case may leave its fields and levels out, an award its programme. */
    private static void inheritFromProgramme(JsonNode document) {
        var own = document.path("programme");
        for (var other : document.path("otherProgrammes")) {
            inherit(other, "fields", own.path("fields"));
            inherit(other, "levels", own.path("levels"));
        }
        for (var award : document.path("awards")) {
            inherit(award, "programme", own.path("code"));
        }
    }

    private static void inherit(JsonNode heir, String name, JsonNode value) {
        if (heir instanceof ObjectNode object && !value.isMissingNode()) {
            object.putIfAbsent(name, value);
        }
    }
}
