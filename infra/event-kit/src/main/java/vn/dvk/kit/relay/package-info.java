/**
 * From the outbox to Kafka: no leader, no lease, in order by construction.
 *
 * <p>Whoever relays a stream sends all of its outbox from the first entry that is not acknowledged, waits for the
 * acknowledgements, and only then takes those entries out. So the first occurrence of event <i>n</i> in the partition
 * precedes that of <i>n + 1</i>, however many instances relay the same stream at once. Duplicates are possible where
 * something went wrong, loss is not.
 *
 * <p>May use {@code envelope} and {@code store}. Start at {@link vn.dvk.kit.relay.Relay}; {@link
 * vn.dvk.kit.relay.TopicRelay} does the work.
 */
@NullMarked
package vn.dvk.kit.relay;

import org.jspecify.annotations.NullMarked;
