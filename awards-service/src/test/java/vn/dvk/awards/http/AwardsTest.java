package vn.dvk.awards.http;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvk.awards.AwardsApplication;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Tokens;
import vn.dvk.spec.contract.Contracts;

/** The service as it runs, on a broker and a store in this JVM, with Kim Bảng’s units and programme known to it. */
@SpringBootTest(classes = AwardsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class AwardsTest {

    static final Contracts CONTRACTS = Contracts.load();
    static final Log LOG = new Log(Backbone.kafkaBootstrap());

    private static boolean directoryIsKnown;

    @LocalServerPort
    int port;

    Api api = new Api(0);
    ReceivedEvents received = new ReceivedEvents(LOG, api);

    @DynamicPropertySource
    static void backbone(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", Backbone::mongoUri);
        registry.add("spring.cloud.stream.kafka.binder.brokers", Backbone::kafkaBootstrap);
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", Tokens::issuer);
    }

    @BeforeEach
    void theServiceKnowsKimBang() {
        api = new Api(port);
        received = new ReceivedEvents(LOG, api);
        if (!directoryIsKnown) {
            received.unit("HNA", "Tỉnh Hà Nam", "PROVINCE", null, null);
            received.unit("HNA-KB", "Huyện Kim Bảng", "DISTRICT", "HNA", "2025-06-30");
            received.unit("HNA-KB-13", "Xã Tân Sơn", "COMMUNE", "HNA-KB", "2025-06-30");
            received.unit("HNA-KB-14", "Xã Thanh Sơn", "COMMUNE", "HNA-KB", "2025-06-30");
            received.unit("HNA-KB-15", "Xã Khả Phong", "COMMUNE", "HNA-KB", "2025-06-30");
            received.programme(ReceivedEvents.PROGRAMME, "EVALUATED", List.of("GRASSROOTS", "DISTRICT", "PROVINCE"));
            nothingIsLeftToRead();
            directoryIsKnown = true;
        }
    }

    void nothingIsLeftToRead() {
        await().atMost(Log.PATIENCE).until(() -> {
            var lag = api.get("VIEWER", "/api/v1/operations/lag").body();
            return lag.path("read").asLong() > 0 && lag.path("lag").asLong() == 0;
        });
    }

    static Map<String, Object> decision(String number) {
        return Map.of("number", number, "date", "2020-11-06", "issuer", "Ban Chỉ đạo huyện Kim Bảng");
    }

    static Map<String, Object> recognition(String level, String number) {
        return Map.of("level", level, "decision", decision(number), "on", "2020-11-06");
    }

    static Map<String, Object> award(String number) {
        return Map.of("form", "GIAY_KHEN", "track", "PARTY", "decision", decision(number), "on", "2020-11-06");
    }

    static Map<String, Object> revocation(String on) {
        return Map.of("reason", "Số liệu không đúng thực tế", "on", on);
    }
}
