/**
 * The event contracts as tests see them: schemas, samples, topics and who reads what, and checks a service's test calls in
 * one line.
 *
 * <p>The files themselves are in {@code infra/event-contracts} and on the class path under {@code contracts/}. A service
 * that publishes asks {@link vn.dvk.spec.contract.PublisherContract}, one that reads asks
 * {@link vn.dvk.spec.contract.ConsumerContract}, and its README is compared by {@link vn.dvk.spec.contract.Canvas}. Every
 * check throws an {@link java.lang.AssertionError} that lists all problems, not only the first.
 *
 * <p>Knows the form of a contract and nothing of any event: no domain word appears here.
 *
 * @see vn.dvk.spec.contract.Contracts where to start
 */
@NullMarked
package vn.dvk.spec.contract;

import org.jspecify.annotations.NullMarked;
