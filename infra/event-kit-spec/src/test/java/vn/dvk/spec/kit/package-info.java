/**
 * What the kit promises, tested on a real broker and a real store: no lost update, no lost event, order within a
 * stream, the same documents whatever comes twice, late or broken.
 */
@NullMarked
package vn.dvk.spec.kit;

import org.jspecify.annotations.NullMarked;
