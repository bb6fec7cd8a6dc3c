/**
 * What moves by itself: every instance follows all topics without a group, keeps its own replica of the facts current,
 * and tells open pages.
 *
 * <p>Start at {@link vn.dvk.reporting.live.Follower}.
 */
@NullMarked
package vn.dvk.reporting.live;

import org.jspecify.annotations.NullMarked;
