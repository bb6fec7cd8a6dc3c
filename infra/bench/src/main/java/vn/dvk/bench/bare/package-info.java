/** What is left of a service when everything but its HTTP server, its check of tokens and the bare work is taken away. */
@NullMarked
package vn.dvk.bench.bare;

import org.jspecify.annotations.NullMarked;
