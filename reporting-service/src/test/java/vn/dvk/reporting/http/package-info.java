/** The service over HTTP, fed through its topics. */
@NullMarked
package vn.dvk.reporting.http;

import org.jspecify.annotations.NullMarked;
