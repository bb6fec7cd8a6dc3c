package vn.dvk.faults.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REPORTING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Kafka;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.Service;

/**
 * Records that are no events go to the dead letters, for each reader; events that cannot be applied wait for a person,
 * who gives them up; and the partition goes on meanwhile, all of them.
 */
public final class Poisoned implements Fault {

    private static final List<Service> READERS = List.of(REPORTING, EVALUATION, AWARDS);
    private static final int PARTITIONS = 3;
    private static final int JUNK_BYTES = 5 * 1024 * 1024;
    private static final int DEPTH = 10_000;

    @Override
    public String name() {
        return "F8";
    }

    @Override
    public String what() {
        return "bản ghi độc · poison records";
    }

    @Override
    public void strike(Scene scene) {
        var before = deadLetters(scene);
        var dead = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var parked = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var partition = 0; partition < PARTITIONS; partition++) {
            dead.addAll(noEvents(scene, partition));
            parked.addAll(notApplicable(scene, partition));
        }
        scene.underLoad(3, () -> {
            scene.pass(0.5);
            scene.kafka().write(dead);
            scene.kafka().write(parked);
            for (var reader : READERS) {
                scene.await("parked", () -> parked(scene, reader) >= parked.size());
            }
        });
        scene.await("dead letters", () -> deadLetters(scene) - before >= (long) dead.size() * READERS.size());
        var letters = deadLetters(scene) - before;
        scene.promise(
                "%d thư chết thay vì %d · dead letters instead of %2$d"
                        .formatted(letters, dead.size() * READERS.size()),
                letters == (long) dead.size() * READERS.size());
        for (var reader : READERS) {
            scene.operate(reader, "waiting/discard", Map.of("reason", "Bản ghi của người lạ"));
            scene.await("nothing is parked", () -> parked(scene, reader) == 0);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> noEvents(Scene scene, int partition) {
        var model = scene.stranger();
        var headers = Stranger.headers(model, Stranger.SUBMITTED, 1);
        var body = Stranger.body(scene.dimensions(model), Map.of());
        var doubled = new ArrayList<>(headers);
        doubled.add(Stranger.header("ce_id", "another"));
        var text = new ArrayList<>(headers);
        text.removeIf(header -> header.key().equals("content-type"));
        text.add(Stranger.header("content-type", "text/plain"));
        return List.of(
                Stranger.record(partition, model, null, headers),
                Stranger.record(partition, model, body, List.<Header>of()),
                Stranger.record(partition, model, body, doubled),
                Stranger.record(partition, model, body, text),
                Stranger.record(partition, model, new byte[JUNK_BYTES], headers));
    }

    private static List<ProducerRecord<byte[], byte[]>> notApplicable(Scene scene, int partition) {
        var marked = scene.stranger();
        var deep = scene.stranger();
        var body = new String(Stranger.body(scene.dimensions(marked), Map.of()), UTF_8);
        return List.of(
                Stranger.record(
                        partition,
                        marked,
                        ("\uFEFF" + body).getBytes(UTF_8),
                        Stranger.headers(marked, Stranger.REGISTERED, 1)),
                Stranger.record(
                        partition,
                        deep,
                        ("{\"model\": \"%s\", \"code\": %s".formatted(deep, "[".repeat(DEPTH))).getBytes(UTF_8),
                        Stranger.headers(deep, Stranger.REGISTERED, 1)));
    }

    private static long parked(Scene scene, Service reader) {
        return scene.waiting(reader).stream()
                .filter(item -> item.path("why").asString("").equals("PARKED"))
                .count();
    }

    private static long deadLetters(Scene scene) {
        return scene.kafka().read(List.of(Stranger.TOPIC + ".dlt")).stream()
                .filter(letter -> Kafka.header(letter, "dvk_reader") != null)
                .count();
    }
}
