/** A replication that started leads to a draft, on a real broker. */
@NullMarked
package vn.dvk.registration.automation.whenmodelrecognized;

import org.jspecify.annotations.NullMarked;
