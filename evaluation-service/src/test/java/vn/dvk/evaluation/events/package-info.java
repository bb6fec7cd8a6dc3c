/** The running service, seen from the topics it reads and writes. */
@NullMarked
package vn.dvk.evaluation.events;

import org.jspecify.annotations.NullMarked;
