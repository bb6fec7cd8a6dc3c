package vn.dvk.registration.automation.whenawardgranted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.running.Bodies;
import vn.dvk.registration.store.Honors;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Who is publicly commended is not erased. */
class NoteAwardsTest {

    private final String model = UUID.randomUUID().toString();
    private final String award = UUID.randomUUID().toString();

    @Test
    void an_erasure_waits_until_the_award_is_revoked() {
        var subject = as("OFFICER")
                .post("/api/v1/subjects", Bodies.subject("INDIVIDUAL", "Vi Văn Hoa"))
                .is(201)
                .text("id");
        var granted = event(ConsumedTypes.AWARD_GRANTED, 1, subject);
        Topic.publish(List.of(granted));
        SERVICE.awaitCaughtUp();
        var refused = as("REVIEWER")
                .post("/api/v1/subjects/" + subject + "/erasure", "{}")
                .is(409, "subject-honored");
        assertEquals(
                "Đã được công nhận, khen thưởng công khai",
                refused.text("title"),
                "in Vietnamese unless asked otherwise");

        // The first comes again after the second: it is the place in the stream that counts.
        Topic.publish(List.of(event(ConsumedTypes.AWARD_REVOKED, 2, subject), granted));
        SERVICE.awaitCaughtUp();
        as("REVIEWER").post("/api/v1/subjects/" + subject + "/erasure", "{}").is(200);
    }

    @Test
    void whom_a_correction_took_away_is_not_commended() {
        var handler = handler();
        var honors = SERVICE.context().getBean(Honors.class);
        var events = Stream.of(
                        event(ConsumedTypes.AWARD_GRANTED, 1, "first-" + award),
                        event(ConsumedTypes.AWARD_CORRECTED, 2, "second-" + award))
                .map(SampleEvent::incoming)
                .toList();
        for (var order : List.of(events, events.reversed(), events)) {
            order.forEach(one -> handler.handle(List.of(one)));
            assertEquals(List.of(), honors.of("first-" + award));
            assertEquals(List.of(award), honors.of("second-" + award));
        }
    }

    private static EventHandler handler() {
        return SERVICE.context().getBean(NoteAwards.class);
    }

    private SampleEvent event(String type, long position, String subject) {
        return SampleEvent.full(type)
                .about(model)
                .at(position)
                .with("award", award)
                .with(
                        "recipients",
                        List.of(java.util.Map.of("name", "Vi Văn Hoa", "unit", "NA-01", "subject", subject)));
    }
}
