/** What the store has to hold together by itself, with several instances at once. */
@NullMarked
package vn.dvk.registration.store;

import org.jspecify.annotations.NullMarked;
