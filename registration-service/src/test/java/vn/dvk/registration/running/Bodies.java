package vn.dvk.registration.running;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests as a caller writes them; a test changes the one thing it is about. */
public final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();

    private Bodies() {}

    public static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    public static ObjectNode unit(String name) {
        return json("{\"kind\":\"COMMUNE\",\"parent\":\"NA\"}").put("name", name);
    }

    public static ObjectNode programme() {
        return json("""
                {"name":"Dân vận khéo 2024","host":"NA","from":"2024-01-01","to":"2024-12-31","cutOff":"2024-06-30",
                 "fields":[{"code":"KT","name":"Kinh tế"},{"code":"VHXH","name":"Văn hóa - xã hội"}],
                 "levels":["GRASSROOTS","DISTRICT"]}
                """);
    }

    public static ObjectNode intake(String from, String to) {
        return json("{}").put("from", from).put("to", to);
    }

    /** By rule. */
    public static ObjectNode targets(String kind, String under) {
        return json("{}").put("kind", kind).put("under", under);
    }

    /** A complete form. */
    public static ObjectNode form(String programme, String unit) {
        return row(unit).put("programme", programme);
    }

    /** The same as a row of many, still without key and day. */
    public static ObjectNode row(String unit) {
        return json("""
                {"name":"Tổ tự quản thu gom rác thải","field":"KT","kind":"MODEL","subject":"COLLECTIVE",
                 "level":"GRASSROOTS","situation":"Còn 12 hộ chưa tham gia thu gom rác","place":"Thôn 3",
                 "goals":[{"indicator":"Số hộ tham gia","measure":"hộ","baseline":"38","target":"50"}],
                 "chosenOn":"2024-01-19"}
                """).put("unit", unit);
    }

    public static ObjectNode row(String unit, String key) {
        return row(unit).put("key", key).put("submitOn", "2024-01-26");
    }

    public static ObjectNode rows(String programme, List<ObjectNode> rows) {
        var body = json("{}").put("programme", programme);
        rows.forEach(body.withArray("rows")::add);
        return body;
    }

    public static ObjectNode units(ObjectNode... rows) {
        var body = json("{}");
        for (var row : rows) {
            body.withArray("rows").add(row);
        }
        return body;
    }

    public static ObjectNode on(String day) {
        return json("{}").put("on", day);
    }

    public static ObjectNode forwarding(String day, String programme) {
        return on(day).put("programme", programme);
    }

    public static ObjectNode because(String day, String reason) {
        return on(day).put("reason", reason);
    }

    public static ObjectNode selection(String day) {
        var body = on(day);
        body.set("minutes", document("02/BB", day));
        return body;
    }

    public static ObjectNode acceptance(String day) {
        var body = on(day);
        body.set("approval", document("15-TB/ĐU", day));
        return body;
    }

    public static ObjectNode document(String number, String day) {
        return json("{\"issuer\":\"Đảng ủy xã\"}").put("number", number).put("date", day);
    }

    public static ObjectNode ids(ObjectNode body, List<String> ids) {
        ids.forEach(body.withArray("ids")::add);
        return body;
    }

    public static ObjectNode succession(String type, String unit) {
        var body = json("{\"effective\":\"2025-07-01\",\"successors\":[]}").put("type", type);
        body.withArray("units").add(unit);
        return body;
    }

    public static ObjectNode paper(String effective, ObjectNode... acts) {
        var body = json("{}").put("effective", effective);
        List.of(acts).forEach(body.withArray("acts")::add);
        return body;
    }

    /** As one of a paper's; its day is the paper's. */
    public static ObjectNode act(String type, String... units) {
        var body = json("{\"successors\":[]}").put("type", type);
        List.of(units).forEach(body.withArray("units")::add);
        return body;
    }

    public static ObjectNode subject(String type, String name) {
        return json("{}").put("type", type).put("name", name);
    }

    /** A person's form that says who it is. */
    public static ObjectNode personsForm(String programme, String unit, String name) {
        var form = form(programme, unit)
                .put("subject", "INDIVIDUAL")
                .put("name", "Gương " + name)
                .put("situation", "Hàng xóm của " + name)
                .put("place", "Nhà " + name);
        form.putObject("person")
                .put("name", name)
                .put("birthDate", "1980-05-19")
                .put("sex", "Nữ")
                .put("post", "Chi hội trưởng");
        return form;
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
