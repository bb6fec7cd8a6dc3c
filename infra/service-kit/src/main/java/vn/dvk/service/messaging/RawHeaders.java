package vn.dvk.service.messaging;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Headers as bytes, as they came: the kit's envelope reads them, and dead letters must keep them unchanged. */
class RawHeaders implements KafkaHeaderMapper {

    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        // Publishing does not go through the binder.
    }

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        source.forEach(header -> target.put(header.key(), header.value()));
    }
}
