package vn.dvk.replay.cases;

import java.util.Map;

/**
 * Where in a case file a value stands, so that a mistake can be found at once.
 *
 * @param file    name as the person gave it
 * @param line    counted from 1
 * @param path    for example {@code groups[3].unit}; empty for the file as a whole
 * @param members the lines of an object's members
 */
public record Place(String file, int line, String path, Map<String, Integer> members) {

    Place(String file, int line, String path) {
        this(file, line, path, Map.of());
    }

    Place with(Map<String, Integer> memberLines) {
        return new Place(file, line, path, memberLines);
    }

    /** Where a member of this object stands; a missing one is missed where the object begins. */
    public Place member(String name) {
        return new Place(file, members.getOrDefault(name, line), path.isEmpty() ? name : path + "." + name);
    }

    Place item(int index, int itemLine) {
        return new Place(file, itemLine, path + "[" + index + "]");
    }

    String vietnamese() {
        return "Tệp %s, dòng %d%s".formatted(file, line, path.isEmpty() ? "" : ", " + path);
    }

    String english() {
        return "File %s, line %d%s".formatted(file, line, path.isEmpty() ? "" : ", " + path);
    }
}
