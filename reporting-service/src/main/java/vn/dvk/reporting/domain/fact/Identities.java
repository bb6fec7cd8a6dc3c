package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a model was counted by, on which day, as known when: everything registration has said of it, in the order it was
 * recorded. Only registration says what a model is; the others repeat what they knew of it.
 */
final class Identities {

    /**
     * @param place of the event in the history
     * @param at    when it was known
     * @param from  the first day it speaks of; null if it was always so
     * @param says  what it makes of what was said before, which is null for the first
     * @param by    the name under which it may be retracted; null if it never is
     */
    record Statement(
            int place,
            Instant at,
            long position,
            @Nullable LocalDate from,
            UnaryOperator<@Nullable ModelDimensions> says,
            @Nullable String by) {

        private boolean speaksOf(LocalDate day) {
            return from == null || !day.isBefore(from);
        }
    }

    /** From that place on nobody says any more what was said before it under that name. */
    private record Retraction(int place, String by) {}

    private final List<Statement> statements = new ArrayList<>();
    private final List<Retraction> retractions = new ArrayList<>();

    void add(Statement statement) {
        statements.add(statement);
    }

    /** What was said under that name was never so. */
    void retract(int place, Instant at, long position, String by) {
        retractions.add(new Retraction(place, by));
        // It says nothing, but what is known of any day may be another thing from here on.
        add(new Statement(place, at, position, null, before -> before, null));
    }

    private boolean stands(Statement statement, int knownUpTo) {
        return retractions.stream()
                .noneMatch(one ->
                        one.by().equals(statement.by()) && one.place() > statement.place() && one.place() <= knownUpTo);
    }

    /** @return null if registration had not said anything by then */
    @Nullable
    ModelDimensions on(LocalDate day, Instant known) {
        var last = statements.stream()
                .filter(one -> !one.at().isAfter(known))
                .mapToInt(Statement::place)
                .max();
        return last.isEmpty() ? null : on(day, last.getAsInt());
    }

    int size() {
        return statements.size();
    }

    /** What was known only after that. */
    List<Statement> after(Instant known) {
        return statements.stream().filter(one -> one.at().isAfter(known)).toList();
    }

    /** What came after that place in the history. */
    List<Statement> after(int place) {
        return statements.stream().filter(one -> one.place() > place).toList();
    }

    /** @return null if registration had not said anything by then */
    @Nullable
    ModelDimensions on(LocalDate day, int knownUpTo) {
        ModelDimensions said = null;
        for (var statement : statements) {
            if (statement.place() <= knownUpTo && statement.speaksOf(day) && stands(statement, knownUpTo)) {
                said = statement.says().apply(said);
            }
        }
        return said;
    }
}
