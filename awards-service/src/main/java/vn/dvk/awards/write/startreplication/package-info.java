/** Áp dụng: the target applies what was proposed to it. */
@NullMarked
package vn.dvk.awards.write.startreplication;

import org.jspecify.annotations.NullMarked;
