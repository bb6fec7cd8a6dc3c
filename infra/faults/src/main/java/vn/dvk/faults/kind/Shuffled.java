package vn.dvk.faults.kind;

import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.REPORTING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;

/**
 * A stranger writes streams of its own in any order: later positions first, with gaps that are seen to wait and are
 * filled afterwards.
 */
public final class Shuffled implements Fault {

    private static final int STREAMS = 12;
    private static final int LENGTH = 6;

    @Override
    public String name() {
        return "F7";
    }

    @Override
    public String what() {
        return "đảo thứ tự, thiếu quãng · reordering and gaps";
    }

    @Override
    public void strike(Scene scene) {
        var models = IntStream.range(0, STREAMS).mapToObj(_ -> scene.stranger()).toList();
        var firsts = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var others = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var model : models) {
            firsts.add(event(scene, model, 1));
            for (var position = 2; position <= LENGTH; position++) {
                others.add(event(scene, model, position));
            }
        }
        Collections.shuffle(others, scene.random());
        scene.underLoad(3, () -> {
            scene.kafka().write(others);
            scene.await("waiting for the first", () -> waiting(scene, models) == STREAMS);
            scene.kafka().write(firsts);
            scene.await("nothing waits", () -> waiting(scene, models) == 0);
        });
        scene.awaitQuiet();
        for (var model : models) {
            var positions = new ArrayList<Long>();
            scene.api()
                    .get(REPORTING, VIEWER, "/api/v1/cards/" + model)
                    .path("timeline")
                    .forEach(entry -> positions.add(entry.path("position").asLong(0)));
            scene.promise(
                    "thẻ của %s có %s · the card has these positions".formatted(model, positions),
                    positions.stream()
                            .sorted()
                            .toList()
                            .equals(IntStream.rangeClosed(1, LENGTH)
                                    .mapToObj(Long::valueOf)
                                    .toList()));
        }
    }

    private static long waiting(Scene scene, List<String> models) {
        return scene.waiting(REPORTING).stream()
                .filter(item -> models.contains(item.path("subject").asString("")))
                .count();
    }

    /** Submitted, returned, submitted, … */
    private static ProducerRecord<byte[], byte[]> event(Scene scene, String model, int position) {
        var submitted = position % 2 == 1;
        var more = new HashMap<String, Object>(submitted ? Map.of() : Map.of("reason", "Bổ sung"));
        return Stranger.event(
                model,
                submitted ? Stranger.SUBMITTED : Stranger.RETURNED,
                position,
                Stranger.body(scene.dimensions(model), more));
    }
}
