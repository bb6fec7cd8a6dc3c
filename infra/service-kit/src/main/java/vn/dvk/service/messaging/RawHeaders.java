package vn.dvk.service.messaging;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Headers as they came, in one piece: order, doubles and nulls included, which dead letters must keep. */
class RawHeaders implements KafkaHeaderMapper {

    static final String NAME = "raw";

    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        // Publishing does not go through the binder.
    }

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        target.put(NAME, source);
    }
}
