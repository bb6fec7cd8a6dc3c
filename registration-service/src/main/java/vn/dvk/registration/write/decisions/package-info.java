/** Selecting, accepting, returning: what the base and the superior do. And amending what has been registered. */
@NullMarked
package vn.dvk.registration.write.decisions;

import org.jspecify.annotations.NullMarked;
