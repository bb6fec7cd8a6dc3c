/** What a caller can ask: a package per question. Here is only what several answers have in common. */
@NullMarked
package vn.dvk.awards.read;

import org.jspecify.annotations.NullMarked;
