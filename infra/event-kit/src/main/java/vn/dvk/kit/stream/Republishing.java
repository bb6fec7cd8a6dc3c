package vn.dvk.kit.stream;

/** Published streams whose events can be put on their topic again. */
public interface Republishing {

    /** The prefix that distinguishes their subjects; may be empty. */
    String subjects();

    String topic();

    boolean exists(String id);

    /**
     * Puts what a stream has published on the topic again, for a log that has lost it. The events come out as the code
     * tells them today, with their old ids and positions.
     *
     * @param from first position
     * @return how many were published
     * @throws org.apache.kafka.common.KafkaException if the broker does not take them; asking again is safe
     */
    int republish(String id, long from);
}
