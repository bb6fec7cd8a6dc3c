package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import vn.dvk.awards.AwardsApplication;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;
import vn.dvk.spec.contract.PublishedRecord;

/** The service as it runs, with Kim Bảng’s units and programme known to it, and what may be asked of it there. */
final class KimBang {

    static final RunningService SERVICE = withTheDirectoryKnown();

    private static final Topic OURS = Topic.named("dvk.awards.v1");

    private KimBang() {}

    private static RunningService withTheDirectoryKnown() {
        var service = RunningService.shared(AwardsApplication.class);
        Topic.publish(ReceivedEvents.terms());
        Topic.publish(List.of(
                ReceivedEvents.unit("HNA", "Tỉnh Hà Nam", "PROVINCE", null, null),
                ReceivedEvents.unit("HNA-KB", "Huyện Kim Bảng", "DISTRICT", "HNA", "2025-06-30"),
                ReceivedEvents.unit("HNA-KB-13", "Xã Tân Sơn", "COMMUNE", "HNA-KB", "2025-06-30"),
                ReceivedEvents.unit("HNA-KB-14", "Xã Thanh Sơn", "COMMUNE", "HNA-KB", "2025-06-30"),
                ReceivedEvents.unit("HNA-KB-15", "Xã Khả Phong", "COMMUNE", "HNA-KB", "2025-06-30"),
                ReceivedEvents.programme("EVALUATED", List.of("GRASSROOTS", "DISTRICT", "PROVINCE"))));
        service.awaitCaughtUp();
        return service;
    }

    /** What has been published under a key: so many events and no more, each as the contracts promise. */
    static List<PublishedRecord> published(String key, int count) {
        var events = OURS.awaitEvents(key, count);
        assertThat(events).hasSize(count).allSatisfy(SampleEvent.CONTRACTS::assertValid);
        return events;
    }

    static List<String> types(List<PublishedRecord> events) {
        return events.stream()
                .map(one -> one.headers().getOrDefault("ce_type", ""))
                .toList();
    }

    /** What became of each row of a bulk request. */
    static List<String> outcomes(ApiResponse response) {
        return response.json()
                .path("rows")
                .valueStream()
                .map(row -> row.path("outcome").asString())
                .toList();
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
