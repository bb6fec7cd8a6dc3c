package vn.dvk.bench.measure;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Site;
import vn.dvk.bench.http.Load.Command;
import vn.dvk.bench.http.People;

/**
 * Single commands for the registration service: each registration is submitted, selected and accepted, one command after
 * the other, by the people whose commands they are.
 */
final class Registrations {

    static final String PROGRAMME = "BENCH";

    private static final int ROWS = 250;
    private static final String UNIT = "BENCH-X";

    /** What comes next in a registration's life. */
    private enum Step {
        SUBMIT("submission", "canbo", "{\"on\": \"2024-03-01\"}"),
        SELECT("selection", "xetduyet", "{\"on\": \"2024-03-05\"}"),
        ACCEPT(
                "acceptance",
                "xetduyet",
                "{\"on\": \"2024-03-10\", \"approval\": {\"number\": \"12-QĐ/BCĐ\", \"date\": \"2024-03-10\", \"issuer\": \"Ban Chỉ đạo tỉnh\"}}");

        private final String path;
        private final String person;
        private final String body;

        Step(String path, String person, String body) {
            this.path = path;
            this.person = person;
            this.body = body;
        }
    }

    private record Next(String id, Step step) {}

    private final URI server;
    private final People people;
    private final Queue<Next> open = new ConcurrentLinkedQueue<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger batches = new AtomicInteger();

    Registrations(Site site, People people) {
        this.server = site.address("registration");
        this.people = people;
    }

    void prepareProgramme() {
        var province = Map.of("code", "BENCH-T", "name", "Tỉnh đo tốc độ", "kind", "PROVINCE");
        var commune = Map.of("code", UNIT, "name", "Xã đo tốc độ", "kind", "COMMUNE", "parent", "BENCH-T");
        people.post(server, "quantri", "/api/v1/units/bulk", "bench-units", Map.of("rows", List.of(province, commune)));
        people.put(
                server,
                "quantri",
                "/api/v1/programmes/" + PROGRAMME,
                Map.of(
                        "name",
                        "Phong trào đo tốc độ",
                        "host",
                        "BENCH-T",
                        "from",
                        "2024-01-01",
                        "to",
                        "2024-12-31",
                        "cutOff",
                        "2024-12-31",
                        "fields",
                        List.of(
                                Map.of("code", "KT", "name", "Kinh tế"),
                                Map.of("code", "VHXH", "name", "Văn hóa - xã hội")),
                        "levels",
                        List.of("PROVINCE")));
    }

    /** Written as drafts, to be submitted one by one. */
    void draft(int count) {
        drafts(count, false).forEach(id -> open.add(new Next(id, Step.SUBMIT)));
    }

    /** Submitted and selected already, to be accepted one by one. */
    void select(int count) {
        selected(count).forEach(id -> open.add(new Next(id, Step.ACCEPT)));
    }

    /** As far as they go, many in each request. */
    void register(int count) {
        var paper = Map.of("number", "12-QĐ/BCĐ", "date", "2024-03-10", "issuer", "Ban Chỉ đạo tỉnh");
        bulk("bulk-acceptance", Map.of("on", "2024-03-10", "approval", paper), selected(count));
    }

    private List<String> selected(int count) {
        var ids = drafts(count, true);
        bulk("bulk-selection", Map.of("on", "2024-03-05"), ids);
        return ids;
    }

    private void bulk(String path, Map<String, Object> said, List<String> ids) {
        for (var from = 0; from < ids.size(); from += ROWS) {
            var some = ids.subList(from, Math.min(ids.size(), from + ROWS));
            var body = new HashMap<>(said);
            body.put("ids", some);
            people.post(
                    server,
                    "xetduyet",
                    "/api/v1/registrations/" + path,
                    UUID.randomUUID().toString(),
                    body);
        }
    }

    private List<String> drafts(int count, boolean submitted) {
        var ids = new ArrayList<String>();
        while (ids.size() < count) {
            var rows = new ArrayList<Map<String, Object>>();
            var batch = batches.incrementAndGet();
            for (var i = 0; i < Math.min(ROWS, count - ids.size()); i++) {
                rows.add(row("%s-%d-%d".formatted(run, batch, i), submitted));
            }
            var answered = people.post(
                    server,
                    "canbo",
                    "/api/v1/registrations/bulk",
                    UUID.randomUUID().toString(),
                    Map.of("programme", PROGRAMME, "rows", rows));
            for (var row : answered.path("rows")) {
                if (!row.path("outcome").asString("").equals("DONE")) {
                    throw new CannotMeasure("A draft was refused: " + row);
                }
                ids.add(row.path("id").asString());
            }
        }
        return ids;
    }

    private static Map<String, Object> row(String key, boolean submitted) {
        var row = new LinkedHashMap<String, Object>();
        row.put("key", key);
        row.put("unit", UNIT);
        row.put("name", "Tuyến đường tự quản " + key);
        row.put("field", "VHXH");
        row.put("kind", "MODEL");
        row.put("subject", "COLLECTIVE");
        row.put("situation", "Rác ứ đọng sau chợ phiên, nhiều hộ chưa phân loại");
        row.put("place", "Khối 3");
        row.put(
                "goals",
                List.of(Map.of("indicator", "Hộ phân loại rác", "measure", "hộ", "baseline", "12", "target", "80")));
        if (submitted) {
            row.put("submitOn", "2024-03-01");
        }
        return row;
    }

    int left() {
        return open.size();
    }

    Command next() {
        return next(_ -> {});
    }

    /** @param accepted told when it has been answered */
    Command next(LongConsumer accepted) {
        var next = open.poll();
        if (next == null) {
            throw new CannotMeasure("There is nothing left to command: more drafts are needed");
        }
        var step = next.step();
        return new Command(
                "POST",
                "/api/v1/registrations/" + next.id() + "/" + step.path,
                people.headers(step.person, step.name()),
                step.body,
                now -> {
                    if (step != Step.ACCEPT) {
                        open.add(new Next(next.id(), Step.values()[step.ordinal() + 1]));
                    }
                    accepted.accept(now);
                });
    }
}
