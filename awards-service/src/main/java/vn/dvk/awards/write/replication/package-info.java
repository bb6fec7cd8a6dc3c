/** Nhân rộng: propose, start, confirm, stop. */
@NullMarked
package vn.dvk.awards.write.replication;

import org.jspecify.annotations.NullMarked;
