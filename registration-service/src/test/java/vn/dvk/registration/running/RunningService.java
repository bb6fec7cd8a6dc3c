package vn.dvk.registration.running;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvk.registration.RegistrationApplication;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Tokens;

/** Starts the service once for all tests that extend it. Each test brings units and programmes of its own. */
@SpringBootTest(classes = RegistrationApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    @LocalServerPort
    private int port;

    protected Api api = new Api(0);

    @DynamicPropertySource
    static void backbone(DynamicPropertyRegistry properties) {
        properties.add("DVK_MONGODB_URI", Backbone::mongoUri);
        properties.add("DVK_KAFKA_BOOTSTRAP", Backbone::kafkaBootstrap);
        properties.add("DVK_ISSUER", Tokens::issuer);
    }

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    protected static String newCode(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /** A programme nobody else uses. */
    protected String newProgramme() {
        var code = newCode("P");
        api.put("/api/v1/programmes/" + code, "ADMINISTRATOR", Bodies.programme())
                .is(201);
        return code;
    }

    /** A unit nobody else uses. */
    protected String newUnit() {
        var code = newCode("U");
        api.put("/api/v1/units/" + code, "ADMINISTRATOR", Bodies.unit("Xã Đồng Hóa"))
                .is(201);
        return code;
    }

    protected String newDraft() {
        return newDraft(newProgramme(), newUnit());
    }

    protected String newDraft(String programme, String unit) {
        return api.post("/api/v1/registrations", "OFFICER", Bodies.form(programme, unit))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    protected String newSubmitted() {
        var id = newDraft();
        api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(200);
        return id;
    }

    protected String newSelected() {
        var id = newSubmitted();
        api.post(registration(id) + "/selection", "REVIEWER", Bodies.selection("2024-01-30"))
                .is(200);
        return id;
    }

    protected String newRegistered() {
        var id = newSelected();
        api.post(registration(id) + "/acceptance", "REVIEWER", Bodies.acceptance("2024-02-05"))
                .is(200);
        return id;
    }

    protected String stateOf(String id) {
        return api.get(registration(id)).is(200).json().path("state").asString();
    }

    protected static String registration(String id) {
        return "/api/v1/registrations/" + id;
    }
}
