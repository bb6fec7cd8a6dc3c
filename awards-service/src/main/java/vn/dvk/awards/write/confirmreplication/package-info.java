/** Công nhận đã nhân rộng: the replication is confirmed, with its results. */
@NullMarked
package vn.dvk.awards.write.confirmreplication;

import org.jspecify.annotations.NullMarked;
