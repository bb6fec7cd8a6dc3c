/** The reading of another's event, held to its released samples. */
@NullMarked
package vn.dvk.registration.automation.replicas;

import org.jspecify.annotations.NullMarked;
