package vn.dvk.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * A Dockerfile as a list of instructions, comments removed and continued lines joined.
 *
 * @param words the words after the instruction's name
 */
record Dockerfile(List<Instruction> instructions) {

    record Instruction(String name, String rest) {

        List<String> words() {
            return List.of(rest.trim().split("\\s+"));
        }
    }

    static Dockerfile of(String text) {
        var instructions = new ArrayList<Instruction>();
        for (var line :
                text.replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R", " ").split("\\R")) {
            if (!line.isBlank()) {
                var parts = line.trim().split("\\s+", 2);
                instructions.add(new Instruction(parts[0], parts.length == 2 ? parts[1] : ""));
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    List<Instruction> all(String name) {
        return instructions.stream().filter(one -> one.name().equals(name)).toList();
    }

    /** What the image is in the end: everything from the last FROM on. */
    Dockerfile finalStage() {
        return new Dockerfile(
                instructions.subList(instructions.lastIndexOf(all("FROM").getLast()), instructions.size()));
    }
}
