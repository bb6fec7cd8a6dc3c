/** The running service, seen from the topics it reads and writes. */
@NullMarked
package vn.dvk.evaluation.topics;

import org.jspecify.annotations.NullMarked;
