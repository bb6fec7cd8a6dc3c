/**
 * Everything that is only read: cards, facts, reports, reconciliation, the live page.
 *
 * <p>Owns nothing. {@code events} are the other services' events as they are read here; {@code domain} says what follows
 * from them and is pure; {@code projection} keeps it, one card per model, and makes it anew from the log; {@code
 * counting} counts facts; {@code read} answers, one package per question; {@code live} moves the page; {@code write} has
 * the one thing that can be asked to be done.
 */
@NullMarked
package vn.dvk.reporting;

import org.jspecify.annotations.NullMarked;
