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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case.Among;
import vn.dvk.replay.cases.Case.Award;
import vn.dvk.replay.cases.Case.Group;
import vn.dvk.replay.cases.Case.Identity;
import vn.dvk.replay.cases.Case.Named;
import vn.dvk.replay.cases.Case.Programme;
import vn.dvk.replay.cases.Case.ProgressReports;
import vn.dvk.replay.cases.Case.Published;
import vn.dvk.replay.cases.Case.Recognition;
import vn.dvk.replay.cases.Case.Relation;
import vn.dvk.replay.cases.Case.Replication;
import vn.dvk.replay.cases.Case.SteeringGroup;
import vn.dvk.replay.cases.Case.Step;
import vn.dvk.replay.cases.Case.Succession;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.Vocabulary.Category;
import vn.dvk.replay.cases.Vocabulary.CompletedBy;
import vn.dvk.replay.cases.Vocabulary.Every;
import vn.dvk.replay.cases.Vocabulary.FigureVerdict;
import vn.dvk.replay.cases.Vocabulary.Form;
import vn.dvk.replay.cases.Vocabulary.IdentityVerdict;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Level;
import vn.dvk.replay.cases.Vocabulary.Measure;
import vn.dvk.replay.cases.Vocabulary.Origin;
import vn.dvk.replay.cases.Vocabulary.RecognitionRequires;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.cases.Vocabulary.SuccessionType;
import vn.dvk.replay.cases.Vocabulary.Track;
import vn.dvk.replay.cases.Vocabulary.UnitKind;

/** The text of a case file, read into a {@link Case} that {@link CaseRules} has checked; or one {@link InvalidCase}. */
public final class CaseFile {

    private static final Set<String> SECTIONS = Set.of(
            "case",
            "source",
            "note",
            "programme",
            "otherProgrammes",
            "units",
            "successions",
            "named",
            "groups",
            "steeringGroup",
            "progressReports",
            "recognitions",
            "awards",
            "replications",
            "published",
            "identities");

    private final Part root;

    private CaseFile(Part root) {
        this.root = root;
    }

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
        var json = Json.read(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        var read = new CaseFile(Part.of(new Place(file, json.line(), ""), json)).read();
        CaseRules.check(read);
        return read;
    }

    private Case read() {
        var programme = programme(root.part("programme"), null);
        return new Case(
                root.place().file(),
                root.name("case"),
                programme,
                root.parts("otherProgrammes").stream()
                        .map(part -> programme(part, programme))
                        .toList(),
                root.parts("units").stream().map(CaseFile::unit).toList(),
                root.parts("successions").stream().map(CaseFile::succession).toList(),
                root.parts("named").stream().map(CaseFile::named).toList(),
                root.parts("groups").stream().map(CaseFile::group).toList(),
                steeringGroup(root.optionalPart("steeringGroup")),
                progressReports(root.optionalPart("progressReports")),
                root.parts("recognitions").stream().map(CaseFile::recognition).toList(),
                root.parts("awards").stream()
                        .map(part -> award(part, programme.code()))
                        .toList(),
                root.parts("replications").stream().map(CaseFile::replication).toList(),
                root.parts("published").stream().map(CaseFile::published).toList(),
                root.parts("identities").stream().map(CaseFile::identity).toList(),
                root.names().stream()
                        .filter(name -> !SECTIONS.contains(name))
                        .sorted()
                        .toList());
    }

    /** Another programme of the case may leave its fields and levels out; it then has those of the case's own. */
    private static Programme programme(Part part, @Nullable Programme own) {
        return new Programme(
                part.place(),
                part.code("code"),
                part.name("name"),
                part.code("host"),
                part.date("from"),
                part.date("to"),
                part.date("cutOff"),
                own != null && !part.has("fields") ? own.fields() : part.textsByName("fields"),
                own != null && !part.has("levels") ? own.levels() : part.words("levels", Level.class),
                part.words("kinds", Kind.class),
                part.words("subjects", Subject.class),
                part.parts("steps").stream().map(CaseFile::step).toList(),
                part.optionalCount("expectedUnits"),
                part.word("recognitionRequires", RecognitionRequires.class, RecognitionRequires.EVALUATED));
    }

    private static Step step(Part part) {
        return new Step(
                part.place(),
                part.name("code"),
                part.name("label"),
                part.name("actor"),
                part.texts("evidence"),
                part.word("completedBy", CompletedBy.class),
                part.optionalCount("dueDays"),
                part.optionalDate("due"));
    }

    private static Unit unit(Part part) {
        return new Unit(
                part.place(),
                part.code("code"),
                part.name("name"),
                part.word("kind", UnitKind.class),
                part.optionalCode("parent"),
                part.optionalDate("validFrom"),
                part.optionalDate("validTo"));
    }

    private static Succession succession(Part part) {
        var successors = part.has("successor") ? List.of(part.code("successor")) : part.texts("successors");
        return new Succession(
                part.place(),
                part.word("type", SuccessionType.class),
                part.texts("units"),
                successors,
                part.date("effective"),
                part.optionalText("name"),
                part.optionalCode("parent"),
                part.optionalText("basis"));
    }

    private static Named named(Part part) {
        return new Named(
                part.place(),
                part.name("name"),
                part.code("unit"),
                part.name("field"),
                part.word("kind", Kind.class),
                part.word("subject", Subject.class),
                part.word("origin", Origin.class, Origin.NEW));
    }

    private static Group group(Part part) {
        return new Group(
                part.place(),
                part.count("count"),
                part.code("unit"),
                part.name("field"),
                part.word("kind", Kind.class),
                part.word("subject", Subject.class),
                part.word("origin", Origin.class, Origin.NEW));
    }

    private static @Nullable SteeringGroup steeringGroup(@Nullable Part part) {
        return part == null ? null : new SteeringGroup(part.count("members"), part.name("head"));
    }

    private static @Nullable ProgressReports progressReports(@Nullable Part part) {
        return part == null
                ? null
                : new ProgressReports(
                        part.place(), part.word("every", Every.class), part.date("from"), part.date("to"));
    }

    private static Among among(Part part) {
        return new Among(
                part.optionalWord("kind", Kind.class),
                part.optionalWord("subject", Subject.class),
                part.optionalText("field"),
                part.optionalCode("unit"));
    }

    private static Recognition recognition(Part part) {
        return new Recognition(
                part.place(),
                part.count("count"),
                among(part),
                part.word("level", Level.class),
                part.name("issuer"),
                part.date("date"));
    }

    private static Award award(Part part, String ownProgramme) {
        return new Award(
                part.place(),
                part.count("count"),
                among(part),
                part.word("form", Form.class),
                part.word("track", Track.class, Track.UNKNOWN),
                part.word("category", Category.class, Category.MODEL),
                part.name("issuer"),
                part.date("date"),
                part.has("programme") ? part.code("programme") : ownProgramme);
    }

    private static Replication replication(Part part) {
        return new Replication(
                part.place(),
                part.name("model"),
                part.optionalText("phase"),
                part.date("from"),
                part.optionalDate("confirmed"),
                part.texts("targets"));
    }

    private static Published published(Part part) {
        var counts = part.part("counts");
        return new Published(
                part.place(),
                part.name("id"),
                part.text("text"),
                part.optionalNumber("value"),
                counts.word("measure", Measure.class),
                Filters.read(counts),
                part.optionalWord("expected", FigureVerdict.class),
                part.optionalNumber("difference"));
    }

    private static Identity identity(Part part) {
        var relation = part.has("atMost") && !part.has("equals") ? Relation.AT_MOST : Relation.EQUALS;
        return new Identity(
                part.place(),
                part.name("id"),
                part.texts("sum"),
                relation,
                part.bound(relation == Relation.AT_MOST ? "atMost" : "equals"),
                part.optionalWord("expected", IdentityVerdict.class),
                part.optionalNumber("difference"),
                part.optionalText("hint"));
    }
}
