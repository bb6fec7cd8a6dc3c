package vn.dvk.awards.events;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.commendation;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.passed;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.kit.envelope.Json;

/** The words on disk. A line that is missing here was renamed, and histories written before could not be read. */
class StoredTypesTest {

    @Test
    void no_released_name_is_ever_edited() {
        var names = Stream.of(StoredTypes.DOSSIER, StoredTypes.MOVEMENT, StoredTypes.REPLICATION)
                .flatMap(one -> one.names().stream());
        assertThat(names)
                .contains(
                        "dossier.opened.v1",
                        "dossier.amended.v1",
                        "dossier.withdrawn.v1",
                        "dossier.evaluated.v1",
                        "dossier.recognized.v1",
                        "dossier.recognition-refused.v1",
                        "dossier.recognition-revoked.v1",
                        "dossier.award-granted.v1",
                        "dossier.award-revoked.v1",
                        "dossier.hold-placed.v1",
                        "dossier.hold-released.v1",
                        "movement-award.granted.v1",
                        "movement-award.revoked.v1",
                        "replication.proposed.v1",
                        "replication.started.v1",
                        "replication.replica-registered.v1",
                        "replication.confirmed.v1",
                        "replication.stopped.v1");
    }

    @Test
    void an_event_comes_back_from_the_store_as_it_went_in() {
        for (var event : List.of(
                opened(),
                passed(),
                new DossierEvent.AwardGranted(
                        id("award", 1), commendation(DECISION), new Recipient("Huyện Kim Bảng", null, "HNA-KB")),
                new DossierEvent.HoldReleased(id("hold", 1), new Hold.Release("Đơn không đúng", DAY)))) {
            var type = StoredTypes.DOSSIER.typeOf(StoredTypes.DOSSIER.nameOf(event));
            assertThat(Json.<Object>fromDocument(Json.toDocument(event), cast(type)))
                    .isEqualTo(event);
        }
    }

    @SuppressWarnings("unchecked") // whatever the type is, it is an object's
    private static Class<Object> cast(Class<?> type) {
        return (Class<Object>) type;
    }
}
