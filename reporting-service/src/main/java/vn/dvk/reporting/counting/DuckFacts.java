package vn.dvk.reporting.counting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * <p>What changes waits until a question needs it, or much has gathered: a transaction for each card would cost more
 * than the questions. Every question has a connection of its own.
 */
public final class DuckFacts implements FactQueries, AutoCloseable {

    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(DuckFacts::column).toList();

    private static final String COLUMNS = "id, measure, " + String.join(", ", DIMENSIONS)
            + ", code, name, decision, place, due, attributed, happened, until, until_known, known_from, known_to";

    /** Bytes that a fact takes, with its index entry and what a question over all of them needs beside. */
    private static final long BYTES_PER_FACT = 1_300;

    /** Less is not worth the effort of spilling. */
    private static final long LEAST_BYTES = 128L * 1024 * 1024;

    private static final long WORTH_COMPACTING = 50_000;

    /** Cards that have changed are kept in memory up to here: a few megabytes, and some milliseconds for who asks next. */
    private static final int MOST_WAITING = 200;

    /**
     * What DuckDB may use.
     *
     * @param memory most bytes; as much of it is taken as the facts at hand need
     * @param folder where it may spill what does not fit, and nobody else; made when it is needed. DuckDB's own choice
     *               would be the working directory, which in a container is read-only
     */
    public record Limits(int threads, long memory, Path folder) {}

    /** DuckDB does not do what it is told, for example because its memory or its disk was not enough. */
    public static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(String what, Exception why) {
            super(what + ": " + why.getMessage(), why);
        }
    }

    private final Limits limits;
    private final DuckDBConnection root;
    /** By card, the latest of each; guards all that is written. */
    private final Map<String, Document> changed = new LinkedHashMap<>();

    private volatile long rows;
    private long removed;
    private long allowed;

    public DuckFacts(Limits limits) {
        this.limits = limits;
        try {
            makeWayFor(limits.folder());
            var settings = new Properties();
            settings.setProperty("threads", Integer.toString(limits.threads()));
            settings.setProperty("temp_directory", limits.folder().toString());
            settings.setProperty("preserve_insertion_order", "false");
            root = DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
            try (var statement = root.createStatement()) {
                statement.execute("CREATE TYPE measure AS ENUM ("
                        + Arrays.stream(Measure.values())
                                .map(measure -> "'" + measure.code() + "'")
                                .collect(Collectors.joining(", "))
                        + ")");
                statement.execute(create("facts"));
                statement.execute(INDEX);
            }
            allow(0);
        } catch (SQLException | IOException e) {
            throw new Failed("DuckDB does not start", e);
        }
    }

    /** DuckDB makes its folder but none above it, and one that was killed has left in it what is of no use to the next. */
    private static void makeWayFor(Path folder) throws IOException {
        if (folder.toAbsolutePath().getParent() instanceof Path above) {
            Files.createDirectories(above);
        }
        if (Files.isDirectory(folder)) {
            try (var left = Files.newDirectoryStream(folder, "duckdb_temp*")) {
                for (var file : left) {
                    Files.delete(file);
                }
            }
        }
    }

    /** How many facts there are, but for what waits. */
    public long rows() {
        return rows;
    }

    /** The memory for so many facts, within the limit; what is beyond is spilled. */
    private void allow(long facts) {
        var needed = Math.min(limits.memory(), Math.max(LEAST_BYTES, facts * BYTES_PER_FACT));
        if (needed > allowed) {
            execute(root, "SET memory_limit = '" + needed / 1024 + "KiB'");
            allowed = needed;
        }
    }

    /** Column names that are no words of SQL. */
    private static String column(Dimension dimension) {
        return "d_" + dimension.code();
    }

    private static final String INDEX = "CREATE INDEX facts_by_card ON facts (card)";

    private static String create(String table) {
        return "CREATE OR REPLACE TABLE " + table + " (card VARCHAR, id VARCHAR, measure measure, "
                + DIMENSIONS.stream().map(one -> one + " VARCHAR, ").collect(Collectors.joining())
                + "code VARCHAR, name VARCHAR, decision VARCHAR, place VARCHAR, due DATE, attributed DATE, happened DATE,"
                + " until DATE, until_known BIGINT, known_from BIGINT, known_to BIGINT)";
    }

    /** Fills a new table beside the one that answers; nothing is seen of it before {@link Loading#finish}. */
    public Loading load() {
        return new Loading();
    }

    /** To be closed; without {@link #finish} nothing has changed. */
    public final class Loading implements AutoCloseable {

        private final DuckDBConnection connection = duplicate();
        private long loaded;

        Loading() {
            execute(connection, create("loading"));
        }

        public void add(List<Document> cards) {
            loaded += append(connection, "loading", cards);
            allow(loaded + rows);
        }

        public void finish() {
            synchronized (changed) {
                changed.clear(); // older than what has been loaded
                execute(connection, "BEGIN; DROP TABLE facts; ALTER TABLE loading RENAME TO facts; COMMIT");
                execute(connection, INDEX);
                rows = loaded;
                removed = 0;
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new Failed("DuckDB does not close", e);
            }
        }
    }

    /** The facts of these cards are from now on those in the cards. */
    public void replace(List<Document> cards) {
        synchronized (changed) {
            cards.forEach(card -> changed.put(card.getString("_id"), card));
            if (changed.size() >= MOST_WAITING) {
                settle();
            }
        }
    }

    private void settle() {
        synchronized (changed) {
            if (!changed.isEmpty()) {
                write(List.copyOf(changed.values()));
                changed.clear();
            }
        }
    }

    private void write(List<Document> cards) {
        var ids = cards.stream().map(card -> card.getString("_id")).toList();
        long gone;
        try (var connection = duplicate()) {
            connection.setAutoCommit(false);
            try (var delete = connection.prepareStatement("DELETE FROM facts WHERE card IN (SELECT unnest(?))")) {
                delete.setArray(1, connection.createArrayOf("VARCHAR", ids.toArray()));
                gone = delete.executeUpdate();
            }
            var come = append(connection, "facts", cards);
            connection.commit();
            removed += gone;
            rows += come - gone;
        } catch (SQLException e) {
            throw new Failed("The replica cannot be kept current", e);
        }
        allow(rows);
        if (removed > rows && removed > WORTH_COMPACTING) {
            // Deleted rows keep their memory until the table is written anew.
            execute(root, "CREATE OR REPLACE TABLE facts AS SELECT * FROM facts");
            execute(root, INDEX);
            removed = 0;
        }
    }

    /** Cards with a fact that rests on one of these decisions. */
    public List<String> resting(Collection<String> decisions) {
        return decisions.isEmpty()
                ? List.of()
                : ask(
                        "SELECT DISTINCT card FROM facts WHERE " + column(Dimension.PAPER) + " IN (SELECT unnest(?))",
                        List.of(List.copyOf(decisions)),
                        row -> row.getString(1));
    }

    /** What DuckDB says of one of its settings, for tests. */
    String setting(String name) {
        try (var statement = root.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new Failed(name, e);
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
            throw new Failed("The replica does not take facts", e);
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
        append(appender, fact.due());
        append(appender, fact.attributed());
        append(appender, fact.on());
        append(appender, fact.until());
        append(appender, fact.untilKnown());
        append(appender, fact.knownFrom());
        append(appender, fact.knownTo());
        appender.endRow();
    }

    private static void append(DuckDBAppender appender, @Nullable Instant moment) throws SQLException {
        if (moment == null) {
            appender.appendNull();
        } else {
            appender.append(moment.toEpochMilli());
        }
    }

    private static void append(DuckDBAppender appender, @Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    private static void append(DuckDBAppender appender, @Nullable LocalDate day) throws SQLException {
        if (day == null) {
            appender.appendNull();
        } else {
            appender.append(day);
        }
    }

    @Override
    public List<Group> count(FactQuery query, List<Dimension> by, boolean distinct) {
        var columns = Stream.concat(Stream.of("measure"), by.stream().map(DuckFacts::column))
                .collect(Collectors.joining(", "));
        var condition = new Condition(query, by);
        var counted = distinct ? "count(DISTINCT d_model)" : "count(*)";
        var having = distinct ? " HAVING count(d_model) > 0" : "";
        var sql = "SELECT " + columns + ", " + counted + " FROM facts WHERE " + condition + " GROUP BY " + columns
                + having;
        return ask(sql, condition.values, rows -> group(rows, by));
    }

    /** The roots in SQL: each entry goes up to the earliest that is known, whichever way its chain was entered. */
    @Override
    public List<Group> chains(FactQuery query, List<Dimension> by) {
        var columns = Stream.concat(Stream.of("measure"), by.stream().map(DuckFacts::column))
                .collect(Collectors.joining(", "));
        var links = new Condition(query.links(), List.of());
        links.and("d_continues IS NOT NULL");
        var condition = new Condition(query, by);
        var sql = "WITH RECURSIVE link AS (SELECT DISTINCT d_model AS entry, d_continues AS earlier FROM facts WHERE "
                + links + "), up AS (SELECT entry, earlier, 1 AS steps FROM link UNION ALL"
                + " SELECT up.entry, link.earlier, up.steps + 1 FROM up JOIN link ON link.entry = up.earlier"
                + " WHERE up.steps < " + Chains.LONGEST
                + "), roots AS (SELECT entry, arg_max(earlier, steps) AS root FROM up GROUP BY entry)"
                + " SELECT " + columns + ", count(DISTINCT coalesce(root, d_model))"
                + " FROM facts LEFT JOIN roots ON entry = d_model WHERE " + condition + " GROUP BY " + columns
                + " HAVING count(d_model) > 0";
        var values = new ArrayList<>(links.values);
        values.addAll(condition.values);
        return ask(sql, values, rows -> group(rows, by));
    }

    private static Group group(ResultSet row, List<Dimension> by) throws SQLException {
        var key = new EnumMap<Dimension, String>(Dimension.class);
        for (var i = 0; i < by.size(); i++) {
            var value = row.getString(i + 2);
            if (value != null) {
                key.put(by.get(i), value);
            }
        }
        return new Group(Measure.of(row.getString(1)).orElseThrow(), key, row.getLong(by.size() + 2));
    }

    @Override
    public List<Fact> find(FactQuery query, @Nullable Place after, int limit) {
        var condition = new Condition(query, List.of());
        if (after != null) {
            condition.and("(happened > ? OR happened = ? AND id > ?)", after.on(), after.on(), after.id());
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
        return new Fact(
                row.getString("id"),
                Measure.of(row.getString("measure")).orElseThrow(),
                dimensions,
                row.getString("code"),
                row.getString("name"),
                row.getString("decision"),
                row.getString("place"),
                row.getObject("due", LocalDate.class),
                row.getObject("attributed", LocalDate.class),
                row.getObject("happened", LocalDate.class),
                row.getObject("until", LocalDate.class),
                moment(row, "until_known"),
                Instant.ofEpochMilli(row.getLong("known_from")),
                moment(row, "known_to"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** A WHERE clause and its values, in step. */
    private static final class Condition {

        private final List<String> parts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Condition(FactQuery query, List<Dimension> by) {
            in("measure", query.measures().stream().map(Measure::code).toList());
            query.where().forEach((dimension, value) -> {
                if (dimension == Dimension.MODEL) {
                    and("(d_model = ? OR name = ?)", value, value);
                } else if (value.equals(Dimension.NONE)) {
                    and(column(dimension) + " IS NULL");
                } else {
                    and(column(dimension) + " = ?", value);
                }
            });
            if (query.targets() != null) {
                in("d_target", query.targets());
            }
            under(query.under());
            and("happened <= ?", query.asOf());
            if (query.from() != null) {
                and("happened >= ?", query.from());
            }
            if (query.dueBefore() != null) {
                and("due < ?", query.dueBefore());
            }
            if (query.ownOnly(by)) {
                and("d_via IS NULL");
            }
            counts(query, query.known(), "");
            if (query.unlike() != null) {
                counts(query, query.unlike(), "NOT ");
            }
        }

        private void under(List<Under> all) {
            if (all.isEmpty()) {
                return;
            }
            var any = new ArrayList<String>();
            var given = new ArrayList<>();
            for (var one : all) {
                var part = new ArrayList<>(List.of("true"));
                if (one.units() != null) {
                    part.add("d_unit IN (SELECT unnest(?))");
                    given.add(List.copyOf(one.units()));
                }
                if (one.from() != null) {
                    part.add("attributed >= ?");
                    given.add(one.from());
                }
                if (one.until() != null) {
                    part.add("attributed < ?");
                    given.add(one.until());
                }
                if (one.heirs() != null) {
                    part.add("coalesce(d_heirs, '') = ?");
                    given.add(one.heirs());
                }
                any.add(String.join(" AND ", part));
            }
            and("(" + String.join(" OR ", any) + ")", given.toArray());
        }

        /** What counts by a state of knowledge: it stands, and as far as was known it has not ended. */
        private void counts(FactQuery query, Moment known, String not) {
            var stands = new ArrayList<String>();
            var given = new ArrayList<>();
            if (known.at() == null) {
                stands.add("known_to IS NULL");
            } else {
                stands.add("known_from <= ? AND (known_to IS NULL OR known_to > ?)");
                given.addAll(List.of(known.at().toEpochMilli(), known.at().toEpochMilli()));
            }
            if (query.valid()) {
                var goesOn = "until IS NULL OR until > ?";
                given.add(query.asOf());
                if (known.at() == null) {
                    stands.add("(" + goesOn + ")");
                } else {
                    stands.add("(" + goesOn + " OR until_known > ?)");
                    given.add(known.at().toEpochMilli());
                }
            }
            and(not + "(" + String.join(" AND ", stands) + ")", given.toArray());
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
        settle();
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
            throw new Failed("The replica does not answer", e);
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
            throw new Failed("The replica is closed", e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Failed(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new Failed("DuckDB does not close", e);
        }
    }
}
