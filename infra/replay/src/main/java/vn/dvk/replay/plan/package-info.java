/**
 * What will be sent for a case: which registrations, on which days, which of them are appraised, recognized, commended,
 * replicated. Pure: the same case gives the same plan, key for key, which is why a second replay changes nothing.
 *
 * <p>A source seldom says more than a number. {@link vn.dvk.replay.plan.Contents} therefore writes plausible forms, and
 * {@link vn.dvk.replay.plan.People} invents the names in them; {@link vn.dvk.replay.plan.Calendar} places what happened
 * between the dates the source gives. Dates, levels, issuers and counts that the source gives are never changed.
 *
 * @see vn.dvk.replay.plan.Planner from a case to its plan
 */
@NullMarked
package vn.dvk.replay.plan;

import org.jspecify.annotations.NullMarked;
