/**
 * {@code ./infra/dvk bench}: how fast the platform is, each time as a ratio to a bare loop that gives the same guarantees
 * on the same broker, store and payload in the same run.
 *
 * <p>Start at {@link vn.dvk.bench.Main}. A {@link vn.dvk.bench.Measure} makes {@link vn.dvk.bench.Pairs} of legs, ours and
 * bare in the order A B B A, and turns them into {@link vn.dvk.bench.Result}s; the {@link vn.dvk.bench.Report} prints them.
 */
@NullMarked
package vn.dvk.bench;

import org.jspecify.annotations.NullMarked;
