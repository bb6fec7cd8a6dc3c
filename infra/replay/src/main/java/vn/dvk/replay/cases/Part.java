package vn.dvk.replay.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One JSON object of a case file. Each reader says in its refusal what it expected at which line. */
record Part(Place place, Map<String, Json> members) {

    /** Codes of units and programmes, as the platform accepts them. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 4000;
    private static final int LARGEST_COUNT = 100_000;

    static Part of(Place place, Json json) {
        if (json instanceof Json.Members members) {
            return new Part(place.with(members.lines()), members.byName());
        }
        throw wrong(place, json, "một đối tượng JSON {…}", "a JSON object {…}");
    }

    boolean has(String field) {
        return members.get(field) instanceof Json value && !(value instanceof Json.Literal literal && literal.isNull());
    }

    Set<String> names() {
        return members.keySet();
    }

    Place at(String field) {
        return place.member(field);
    }

    String name(String field) {
        return shortEnough(field, LONGEST_NAME);
    }

    String text(String field) {
        return shortEnough(field, LONGEST_TEXT);
    }

    @Nullable
    String optionalText(String field) {
        return has(field) ? text(field) : null;
    }

    private String shortEnough(String field, int longest) {
        if (!(value(field) instanceof Json.Text text) || text.value().isBlank()) {
            throw wrong(field, "một đoạn chữ không rỗng", "a text that is not empty");
        }
        if (text.value().length() > longest) {
            throw InvalidCase.at(
                    at(field),
                    "dài %d ký tự, tối đa %d".formatted(text.value().length(), longest),
                    "%d characters long, at most %d".formatted(text.value().length(), longest));
        }
        return text.value();
    }

    String code(String field) {
        if (value(field) instanceof Json.Text text && CODE.matcher(text.value()).matches()) {
            return text.value();
        }
        throw wrong(
                field, "một mã gồm A-Z, 0-9 và -, tối đa 40 ký tự", "a code of A-Z, 0-9 and -, at most 40 characters");
    }

    @Nullable
    String optionalCode(String field) {
        return has(field) ? code(field) : null;
    }

    int count(String field) {
        if (value(field) instanceof Json.Numeral number && isCount(number.value())) {
            return number.value().intValueExact();
        }
        throw wrong(field, "một số nguyên từ 0 đến 100000", "a whole number from 0 to 100000");
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(LARGEST_COUNT)) <= 0;
    }

    @Nullable
    Integer optionalCount(String field) {
        return has(field) ? count(field) : null;
    }

    @Nullable
    BigDecimal optionalNumber(String field) {
        if (!has(field)) {
            return null;
        }
        if (value(field) instanceof Json.Numeral number) {
            return number.value();
        }
        throw wrong(field, "một con số hoặc null", "a number or null");
    }

    LocalDate date(String field) {
        if (value(field) instanceof Json.Text text) {
            try {
                return LocalDate.parse(text.value());
            } catch (DateTimeParseException _) {
                // Falls through to the refusal, which says what a date looks like.
            }
        }
        throw wrong(field, "một ngày dạng 2024-06-30", "a date like 2024-06-30");
    }

    @Nullable
    LocalDate optionalDate(String field) {
        return has(field) ? date(field) : null;
    }

    /** One word of a closed list. */
    <E extends Enum<E>> E word(String field, Class<E> list) {
        return word(at(field), value(field), list);
    }

    <E extends Enum<E>> @Nullable E optionalWord(String field, Class<E> list) {
        return has(field) ? word(field, list) : null;
    }

    <E extends Enum<E>> E word(String field, Class<E> list, E whenAbsent) {
        return has(field) ? word(field, list) : whenAbsent;
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> list) {
        return items(field).stream()
                .map(item -> word(item.place(), item.json(), list))
                .toList();
    }

    private static <E extends Enum<E>> E word(Place place, Json json, Class<E> list) {
        if (json instanceof Json.Text text) {
            for (var word : list.getEnumConstants()) {
                if (Vocabulary.spelled(word).equals(text.value())) {
                    return word;
                }
            }
        }
        var known = Stream.of(list.getEnumConstants()).map(Vocabulary::spelled).collect(Collectors.joining(", "));
        throw wrong(place, json, "một trong " + known, "one of " + known);
    }

    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (var item : items(field)) {
            if (!(item.json() instanceof Json.Text text)) {
                throw wrong(item.place(), item.json(), "một đoạn chữ", "a text");
            }
            texts.add(text.value());
        }
        return List.copyOf(texts);
    }

    /** The right-hand side of an identity: a number, or the id of a figure. */
    Case.Bound bound(String field) {
        return switch (value(field)) {
            case Json.Numeral number -> new Case.Bound.Number(number.value());
            case Json.Text id -> new Case.Bound.Figure(id.value());
            case Json other ->
                throw wrong(at(field), other, "một con số hoặc mã của một số liệu", "a number or the id of a figure");
        };
    }

    /** A list of objects; a section that is absent is an empty list. */
    List<Part> parts(String field) {
        return items(field).stream()
                .map(item -> Part.of(item.place(), item.json()))
                .toList();
    }

    Part part(String field) {
        return Part.of(at(field), value(field));
    }

    @Nullable
    Part optionalPart(String field) {
        return has(field) ? part(field) : null;
    }

    /** An object of short texts, in the order of the file. */
    Map<String, String> textsByName(String field) {
        var part = part(field);
        var texts = new LinkedHashMap<String, String>();
        part.names().forEach(name -> texts.put(name, part.name(name)));
        return Collections.unmodifiableMap(texts);
    }

    private record Item(Place place, Json json) {}

    private List<Item> items(String field) {
        if (!has(field)) {
            return List.of();
        }
        if (!(value(field) instanceof Json.Items list)) {
            throw wrong(field, "một danh sách […]", "a list […]");
        }
        var items = new ArrayList<Item>();
        for (var value : list.values()) {
            items.add(new Item(at(field).item(items.size(), value.line()), value));
        }
        return items;
    }

    private Json value(String field) {
        var value = members.get(field);
        return value == null ? new Json.Missing(place.line()) : value;
    }

    private InvalidCase wrong(String field, String vietnamese, String english) {
        return wrong(at(field), value(field), vietnamese, english);
    }

    private static InvalidCase wrong(Place place, Json value, String vietnamese, String english) {
        if (value instanceof Json.Missing) {
            return InvalidCase.at(place, "thiếu, cần " + vietnamese, "missing, expected " + english);
        }
        return InvalidCase.at(
                place,
                "cần %s, tệp ghi %s".formatted(vietnamese, value.shown()),
                "expected %s, found %s".formatted(english, value.shown()));
    }
}
