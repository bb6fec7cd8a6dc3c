package vn.dvk.replay.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvk.replay.cases.Vocabulary.Category;
import vn.dvk.replay.cases.Vocabulary.Form;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Level;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.cases.Vocabulary.Track;

/** What narrows a published figure's measure: the filters of the platform's counting API. */
final class Filters {

    private Filters() {}

    /** All members but the measure itself, in the order of the file, each checked for what its name promises. */
    static Map<String, String> read(Part counts) {
        var filters = new LinkedHashMap<String, String>();
        for (var name : counts.names()) {
            if (!name.equals("measure")) {
                filters.put(name, value(counts, name));
            }
        }
        return Collections.unmodifiableMap(filters);
    }

    private static String value(Part counts, String name) {
        return switch (name) {
            case "kind" -> counts.word(name, Kind.class).name();
            case "subject" -> counts.word(name, Subject.class).name();
            case "level" -> counts.word(name, Level.class).name();
            case "form" -> counts.word(name, Form.class).name();
            case "track" -> counts.word(name, Track.class).name();
            case "category" -> counts.word(name, Category.class).name();
            case "asOf", "from" -> counts.date(name).toString();
            case "programme", "unit", "target" -> counts.code(name);
            case "field", "issuer", "grade", "model", "origin", "asKnown", "organisation" -> counts.name(name);
            // Names come from the file, so there is no list for the compiler to check.
            default ->
                throw InvalidCase.at(
                        counts.at(name),
                        "không có bộ lọc tên này, cần một trong " + KNOWN,
                        "there is no filter of this name, expected one of " + KNOWN);
        };
    }

    private static final String KNOWN =
            "programme, unit, field, kind, subject, level, form, track, category, issuer, grade, model, origin, target, "
                    + "asOf, from, asKnown, organisation";
}
