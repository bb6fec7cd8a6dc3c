/** Every check of the contracts is seen to hold on the real files and to fail on a planted violation. */
@NullMarked
package vn.dvk.spec.contract;

import org.jspecify.annotations.NullMarked;
