/**
 * What an event looks like on its way: its attributes, its body, its place in its stream. A leaf: knows CloudEvents,
 * Kafka's records, JSON and BSON, and nothing of the rest of the kit.
 */
@NullMarked
package vn.dvk.kit.envelope;

import org.jspecify.annotations.NullMarked;
