/**
 * The whole platform on one machine, without Docker: a real Kafka broker and a store that speaks MongoDB's protocol in
 * one process, and a supervisor that keeps that process, the identity service and the four services running, each as a
 * process of its own that can be killed alone.
 *
 * <p>For trying out and for tests. Everything binds to loopback only, because neither the broker nor the store asks
 * anybody for a password. What a power cut can cost is said at {@link vn.dvk.local.Store}.
 *
 * @see vn.dvk.local.Broker the broker, also for tests
 * @see vn.dvk.local.Store the store, also for tests
 * @see vn.dvk.local.Supervisor what {@code ./infra/dvk up} starts
 */
@NullMarked
package vn.dvk.local;

import org.jspecify.annotations.NullMarked;
