package vn.dvk.faults.kind;

import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REPORTING;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Kafka;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.Service;

/** Every reader is given every topic from the beginning, and then everything comes once more, from a stranger. */
public final class Redelivered implements Fault {

    private static final List<Service> READERS = List.of(REPORTING, EVALUATION, AWARDS);

    @Override
    public String name() {
        return "F6";
    }

    @Override
    public String what() {
        return "gửi lại toàn bộ, trùng lặp · all redelivered, doubled";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(4, () -> {
            scene.pass(2);
            for (var reader : READERS) {
                scene.stop(reader);
                scene.kafka().rewind(reader.name().toLowerCase(Locale.ROOT));
                scene.start(reader);
            }
            scene.kafka()
                    .write(scene.kafka().read(Kafka.TOPICS).stream()
                            .filter(record -> !"stranger".equals(Kafka.header(record, "ce_actor")))
                            .map(record -> new ProducerRecord<>(
                                    record.topic(),
                                    record.partition(),
                                    null,
                                    record.key(),
                                    record.value(),
                                    record.headers()))
                            .toList());
        });
    }
}
