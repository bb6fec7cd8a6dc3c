/**
 * Awards (công nhận, khen thưởng, nhân rộng): what is decided about a model after its evaluation.
 *
 * <p>Recognition, commendation and replication are independent of one another; none implies another. Start at {@code
 * domain}, where the rules are; {@code events} names what is stored, told and heard. Everything a caller can do is a
 * package under {@code write}, everything a caller can ask one under {@code read}, and what follows from other services'
 * events one under {@code automation}. Histories and the directory's copy are kept in {@code store}.
 */
@NullMarked
package vn.dvk.awards;

import org.jspecify.annotations.NullMarked;
