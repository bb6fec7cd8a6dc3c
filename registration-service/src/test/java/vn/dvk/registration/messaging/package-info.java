/** What is published keeps its contract. */
@NullMarked
package vn.dvk.registration.messaging;

import org.jspecify.annotations.NullMarked;
