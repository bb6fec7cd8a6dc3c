/** The running service, seen from a caller of its HTTP API. */
@NullMarked
package vn.dvk.evaluation.http;

import org.jspecify.annotations.NullMarked;
