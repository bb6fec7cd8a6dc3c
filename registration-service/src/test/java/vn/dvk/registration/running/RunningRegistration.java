package vn.dvk.registration.running;

import java.util.Locale;
import java.util.UUID;
import vn.dvk.registration.RegistrationApplication;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.RunningService;

/** The service that the tests ask, and the way to any stage. Each test brings units and programmes of its own. */
public final class RunningRegistration {

    public static final RunningService SERVICE = RunningService.shared(RegistrationApplication.class);

    static {
        // Whoever is named as a superior or a host has to be there.
        for (var code : new String[] {"NA", "NB"}) {
            as("ADMINISTRATOR")
                    .put(
                            "/api/v1/units/" + code,
                            Bodies.json("{\"kind\":\"PROVINCE\"}").put("name", "Tỉnh " + code))
                    .is(201);
        }
    }

    private RunningRegistration() {}

    /** Somebody of the province with that role, called after it. */
    public static ApiClient as(String role) {
        return SERVICE.as(role + "@NA");
    }

    public static String newCode(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /** A programme nobody else uses. */
    public static String newProgramme() {
        var code = newCode("P");
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + code, Bodies.programme())
                .is(201);
        return code;
    }

    /** A unit nobody else uses. */
    public static String newUnit() {
        var code = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + code, Bodies.unit("Xã Đồng Hóa"))
                .is(201);
        return code;
    }

    public static String newDraft() {
        return newDraft(newProgramme(), newUnit());
    }

    public static String newDraft(String programme, String unit) {
        return as("OFFICER")
                .post("/api/v1/registrations", Bodies.form(programme, unit))
                .is(201)
                .text("id");
    }

    public static String newSubmitted() {
        var id = newDraft();
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
        return id;
    }

    public static String newSelected() {
        var id = newSubmitted();
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.selection("2024-01-30"))
                .is(200);
        return id;
    }

    public static String newRegistered() {
        var id = newSelected();
        as("REVIEWER")
                .post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05"))
                .is(200);
        return id;
    }

    public static String stateOf(String id) {
        return as("VIEWER").get(registration(id)).is(200).text("state");
    }

    public static String registration(String id) {
        return "/api/v1/registrations/" + id;
    }
}
