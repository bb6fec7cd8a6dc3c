/**
 * What a person sees: progress while it runs, and at the end one table per case of published figure, counted figure and
 * verdict. Knows no services and sends nothing; {@link vn.dvk.replay.tables.Verdicts} decides whether a table is as the
 * case expects it.
 */
@NullMarked
package vn.dvk.replay.tables;

import org.jspecify.annotations.NullMarked;
