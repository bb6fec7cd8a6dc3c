@NullMarked
package vn.dvk.registration.store;

import org.jspecify.annotations.NullMarked;
