/** What a paper about units would touch, before it is signed. */
@NullMarked
package vn.dvk.reporting.read.preview;

import org.jspecify.annotations.NullMarked;
