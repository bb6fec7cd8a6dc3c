/** What a caller can do: a package per command. Here is only what several of them ask for in the same form. */
@NullMarked
package vn.dvk.awards.write;

import org.jspecify.annotations.NullMarked;
