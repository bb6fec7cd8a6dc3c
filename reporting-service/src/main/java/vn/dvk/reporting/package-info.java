/**
 * Everything that is only read: cards, facts, reports, reconciliation, the live page.
 *
 * <p>Owns nothing. {@code store} keeps what the other services have published, one card per model; {@code card} and
 * {@code fact} are pure functions of a card's events; {@code query} counts facts; {@code read} answers, one package per
 * question; {@code live} moves the page; {@code rebuild} makes everything anew from the log.
 */
@NullMarked
package vn.dvk.reporting;

import org.jspecify.annotations.NullMarked;
