/** The service as a whole: its architecture, its texts, and its HTTP and events over real ports. */
@NullMarked
package vn.dvk.registration;

import org.jspecify.annotations.NullMarked;
