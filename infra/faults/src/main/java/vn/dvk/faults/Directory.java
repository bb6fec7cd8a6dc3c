package vn.dvk.faults;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Service.REGISTRATION;

import java.util.List;
import java.util.Map;
import vn.dvk.replay.api.Api;

/** Who registers, and in which programme: made up, the same in every run. */
final class Directory {

    private static final String PROVINCE = "FAULTS-T";
    private static final String COMMUNE = "FAULTS-X";

    private Directory() {}

    static void layDown(Api api, String programme) {
        var province = Map.of("name", "Tỉnh thử lỗi", "kind", "PROVINCE");
        var commune = Map.of("name", "Xã thử lỗi", "kind", "COMMUNE", "parent", PROVINCE);
        api.put(REGISTRATION, ADMINISTRATOR, "/api/v1/units/" + PROVINCE, province);
        api.put(REGISTRATION, ADMINISTRATOR, "/api/v1/units/" + COMMUNE, commune);
        var settings = Map.of(
                "name",
                "Phong trào " + programme,
                "host",
                PROVINCE,
                "from",
                "2024-01-01",
                "to",
                "2024-12-31",
                "cutOff",
                "2024-12-31",
                "fields",
                List.of(Map.of("code", "KT", "name", "Kinh tế")),
                "levels",
                List.of("PROVINCE"),
                "recognitionRequires",
                "NOTHING");
        api.put(REGISTRATION, ADMINISTRATOR, "/api/v1/programmes/" + programme, settings);
    }

    /** A form that lacks nothing. */
    static Map<String, Object> form(String programme, String name) {
        var goal = Map.of("indicator", "Hộ tham gia", "measure", "hộ", "baseline", "10", "target", "60");
        return Map.of(
                "programme", programme,
                "unit", COMMUNE,
                "name", name,
                "field", "KT",
                "kind", "MODEL",
                "subject", "COLLECTIVE",
                "situation", "Rác ứ đọng sau chợ phiên",
                "place", "Khối 3",
                "goals", List.of(goal));
    }

    /** What every event about a model says, of one that a stranger has thought up. */
    static Map<String, Object> dimensions(String programme, String model) {
        return Map.of(
                "model", model,
                "code", programme + "-" + model.substring(0, 8),
                "name", "Mô hình của người lạ",
                "programme", programme,
                "unit", COMMUNE,
                "field", "KT",
                "kind", "MODEL",
                "subject", "COLLECTIVE",
                "on", "2024-03-01");
    }
}
