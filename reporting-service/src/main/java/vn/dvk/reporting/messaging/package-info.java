/** From the topics into the read store: into every generation that is being written. */
@NullMarked
package vn.dvk.reporting.messaging;

import org.jspecify.annotations.NullMarked;
