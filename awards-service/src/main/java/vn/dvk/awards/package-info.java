/**
 * Awards (công nhận, khen thưởng, nhân rộng): what is decided about a model after its evaluation.
 *
 * <p>Recognition, commendation and replication are independent of one another; none implies another. Start at {@code
 * domain}; everything a caller can do is a package under {@code write}, everything a caller can ask one under {@code
 * read}, and what follows from other services' events one under {@code automation}.
 */
@NullMarked
package vn.dvk.awards;

import org.jspecify.annotations.NullMarked;
