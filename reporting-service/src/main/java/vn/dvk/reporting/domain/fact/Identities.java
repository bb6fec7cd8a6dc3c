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
     * @param at    when it was recorded
     * @param from  the first day it speaks of; null if it was always so
     * @param says  what it makes of what was said before, which is null for the first
     */
    record Statement(
            int place,
            Instant at,
            long position,
            @Nullable LocalDate from,
            UnaryOperator<@Nullable ModelDimensions> says) {

        private boolean speaksOf(LocalDate day) {
            return from == null || !day.isBefore(from);
        }
    }

    private final List<Statement> statements = new ArrayList<>();

    void add(Statement statement) {
        statements.add(statement);
    }

    /** @return null if registration had not said anything by then */
    @Nullable
    ModelDimensions on(LocalDate day, Instant known) {
        ModelDimensions said = null;
        for (var statement : statements) {
            if (!statement.at().isAfter(known) && statement.speaksOf(day)) {
                said = statement.says().apply(said);
            }
        }
        return said;
    }

    int size() {
        return statements.size();
    }

    /** What was recorded after that. */
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
            if (statement.place() <= knownUpTo && statement.speaksOf(day)) {
                said = statement.says().apply(said);
            }
        }
        return said;
    }
}
