/** Đề xuất nhân rộng: propose a model to a unit, or to one place of it. */
@NullMarked
package vn.dvk.awards.write.proposereplication;

import org.jspecify.annotations.NullMarked;
