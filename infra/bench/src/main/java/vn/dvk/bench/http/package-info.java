/** The load: plain sockets, because on two cores a client library would take much of what is to be measured. */
@NullMarked
package vn.dvk.bench.http;

import org.jspecify.annotations.NullMarked;
