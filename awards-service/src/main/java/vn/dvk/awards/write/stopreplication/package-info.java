/** Dừng nhân rộng: a replication ends, for good. */
@NullMarked
package vn.dvk.awards.write.stopreplication;

import org.jspecify.annotations.NullMarked;
