package vn.dvk.reporting.counting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.projection.CardDocuments;

/**
 * Facts as rows in an in-memory DuckDB: the same answers as {@link MongoFacts}, in milliseconds.
 *
 * <p>One thread writes; every question has a connection of its own.
 */
public final class DuckFacts implements FactQueries, AutoCloseable {

    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(DuckFacts::column).toList();

    private static final String COLUMNS = "id, measure, " + String.join(", ", DIMENSIONS)
            + ", code, name, decision, place, due, happened, known_from, known_to";

    private final DuckDBConnection root;
    private long removed;
    private long kept;

    /** @param threads and memory DuckDB may use, the latter such as {@code 256MB} */
    public DuckFacts(int threads, String memory) {
        try {
            var settings = new Properties();
            settings.setProperty("threads", Integer.toString(threads));
            settings.setProperty("memory_limit", memory);
            root = DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
            try (var statement = root.createStatement()) {
                statement.execute(create("facts"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    /** Column names that are no words of SQL. */
    private static String column(Dimension dimension) {
        return "d_" + dimension.code();
    }

    private static String create(String table) {
        return "CREATE OR REPLACE TABLE " + table + " (card VARCHAR, id VARCHAR, measure VARCHAR, "
                + DIMENSIONS.stream().map(one -> one + " VARCHAR, ").collect(Collectors.joining())
                + "code VARCHAR, name VARCHAR, decision VARCHAR, place VARCHAR, due VARCHAR, happened VARCHAR,"
                + " known_from BIGINT, known_to BIGINT)";
    }

    /** Fills a new table beside the one that answers; nothing is seen of it before {@link Loading#finish}. */
    public Loading load() {
        return new Loading();
    }

    /** To be closed; without {@link #finish} nothing has changed. */
    public final class Loading implements AutoCloseable {

        private final DuckDBConnection connection = duplicate();
        private long rows;

        Loading() {
            execute(connection, create("loading"));
        }

        public void add(List<Document> cards) {
            rows += append(connection, "loading", cards);
        }

        public void finish() {
            execute(connection, "BEGIN; DROP TABLE facts; ALTER TABLE loading RENAME TO facts; COMMIT");
            kept = rows;
            removed = 0;
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The facts of these cards are from now on those in the cards. */
    public void replace(List<Document> cards) {
        if (cards.isEmpty()) {
            return;
        }
        var ids = cards.stream().map(card -> card.getString("_id")).toList();
        try (var connection = duplicate()) {
            connection.setAutoCommit(false);
            try (var delete = connection.prepareStatement("DELETE FROM facts WHERE card IN (SELECT unnest(?))")) {
                delete.setArray(1, connection.createArrayOf("VARCHAR", ids.toArray()));
                removed += delete.executeUpdate();
            }
            kept += append(connection, "facts", cards);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The replica cannot be kept current", e);
        }
        if (removed > kept && removed > 50_000) {
            // Deleted rows keep their memory until the table is written anew.
            execute(root, "CREATE OR REPLACE TABLE facts AS SELECT * FROM facts");
            kept -= removed;
            removed = 0;
        }
    }

    private static long append(DuckDBConnection connection, String table, List<Document> cards) {
        var rows = 0L;
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            for (var card : cards) {
                for (var fact : CardDocuments.facts(card)) {
                    append(appender, card.getString("_id"), fact);
                    rows++;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The replica does not take facts", e);
        }
        return rows;
    }

    private static void append(DuckDBAppender appender, String card, Fact fact) throws SQLException {
        appender.beginRow();
        append(appender, card);
        append(appender, fact.id());
        append(appender, fact.measure().code());
        for (var dimension : Dimension.values()) {
            append(appender, fact.get(dimension));
        }
        append(appender, fact.code());
        append(appender, fact.name());
        append(appender, fact.decision());
        append(appender, fact.place());
        append(appender, fact.due() == null ? null : fact.due().toString());
        append(appender, fact.on().toString());
        appender.append(fact.knownFrom().toEpochMilli());
        if (fact.knownTo() == null) {
            appender.appendNull();
        } else {
            appender.append(fact.knownTo().toEpochMilli());
        }
        appender.endRow();
    }

    private static void append(DuckDBAppender appender, @Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    @Override
    public List<Group> count(FactQuery query, List<Dimension> by, boolean distinct) {
        var columns = Stream.concat(Stream.of("measure"), by.stream().map(DuckFacts::column))
                .collect(Collectors.joining(", "));
        var condition = new Condition(query);
        var counted = distinct ? "count(DISTINCT d_model)" : "count(*)";
        var having = distinct ? " HAVING count(d_model) > 0" : "";
        var sql = "SELECT " + columns + ", " + counted + " FROM facts WHERE " + condition + " GROUP BY " + columns
                + having;
        return ask(sql, condition.values, rows -> {
            var key = new EnumMap<Dimension, String>(Dimension.class);
            for (var i = 0; i < by.size(); i++) {
                var value = rows.getString(i + 2);
                if (value != null) {
                    key.put(by.get(i), value);
                }
            }
            return new Group(Measure.of(rows.getString(1)).orElseThrow(), key, rows.getLong(by.size() + 2));
        });
    }

    @Override
    public List<Fact> find(FactQuery query, @Nullable Place after, int limit) {
        var condition = new Condition(query);
        if (after != null) {
            condition.and(
                    "(happened > ? OR happened = ? AND id > ?)",
                    after.on().toString(),
                    after.on().toString(),
                    after.id());
        }
        return ask(
                "SELECT " + COLUMNS + " FROM facts WHERE " + condition + " ORDER BY happened, id LIMIT " + limit,
                condition.values,
                DuckFacts::fact);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var value = row.getString(column(dimension));
            if (value != null) {
                dimensions.put(dimension, value);
            }
        }
        var due = row.getString("due");
        var until = row.getLong("known_to");
        var holds = row.wasNull();
        return new Fact(
                row.getString("id"),
                Measure.of(row.getString("measure")).orElseThrow(),
                dimensions,
                row.getString("code"),
                row.getString("name"),
                row.getString("decision"),
                row.getString("place"),
                due == null ? null : LocalDate.parse(due),
                LocalDate.parse(row.getString("happened")),
                Instant.ofEpochMilli(row.getLong("known_from")),
                holds ? null : Instant.ofEpochMilli(until));
    }

    /** A WHERE clause and its values, in step. */
    private static final class Condition {

        private final List<String> parts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Condition(FactQuery query) {
            in("measure", query.measures().stream().map(Measure::code).toList());
            query.where().forEach((dimension, value) -> {
                if (dimension == Dimension.MODEL) {
                    and("(d_model = ? OR name = ?)", value, value);
                } else {
                    and(column(dimension) + " = ?", value);
                }
            });
            if (query.units() != null) {
                in("d_unit", query.units());
            }
            if (query.asOf() != null) {
                and("happened <= ?", query.asOf().toString());
            }
            if (query.from() != null) {
                and("happened >= ?", query.from().toString());
            }
            if (query.dueBefore() != null) {
                and("due < ?", query.dueBefore().toString());
            }
            if (query.asKnown() == null) {
                and("known_to IS NULL");
            } else {
                var at = query.asKnown().toEpochMilli();
                and("known_from <= ? AND (known_to IS NULL OR known_to > ?)", at, at);
            }
        }

        private void in(String column, Collection<String> allowed) {
            and(column + " IN (SELECT unnest(?))", List.copyOf(allowed));
        }

        void and(String part, Object... more) {
            parts.add(part);
            values.addAll(List.of(more));
        }

        @Override
        public String toString() {
            return String.join(" AND ", parts);
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String sql, List<Object> values, Row<T> row) {
        try (var connection = duplicate();
                var statement = connection.prepareStatement(sql)) {
            set(connection, statement, values);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The replica does not answer", e);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, List<Object> values)
            throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof List<?> list) {
                statement.setArray(i + 1, connection.createArrayOf("VARCHAR", list.toArray()));
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }

    private DuckDBConnection duplicate() {
        try {
            return root.duplicate().unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("The replica is closed", e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
