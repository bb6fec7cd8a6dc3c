/** Correcting a refusal of recognition that read wrongly. */
@NullMarked
package vn.dvk.awards.write.correctrefusal;

import org.jspecify.annotations.NullMarked;
