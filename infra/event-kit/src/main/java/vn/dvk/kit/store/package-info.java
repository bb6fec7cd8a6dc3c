/** What the kit knows about the store: whose fault an error is, and how to write with a guard. A leaf. */
@NullMarked
package vn.dvk.kit.store;

import org.jspecify.annotations.NullMarked;
