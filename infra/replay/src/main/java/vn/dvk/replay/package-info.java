/**
 * Replays published cases of the movement through the platform's public HTTP APIs, as the people of the process would
 * act, and compares what the platform counts with what was published.
 *
 * <p>A {@linkplain vn.dvk.replay.cases.Case case} is read and checked as a whole, becomes a
 * {@linkplain vn.dvk.replay.plan.Plan plan} without any request being made, is sent by {@link vn.dvk.replay.Replay}
 * through the {@linkplain vn.dvk.replay.api.Api client}, and ends in one {@linkplain vn.dvk.replay.tables.Tables table}.
 * Every key in the plan follows from the case, so the same case sent twice changes nothing.
 *
 * @see vn.dvk.replay.Main where to start
 */
@NullMarked
package vn.dvk.replay;

import org.jspecify.annotations.NullMarked;
