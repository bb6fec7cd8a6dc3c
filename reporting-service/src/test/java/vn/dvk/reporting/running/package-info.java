/** The whole service in the test's JVM: real port, real broker, real store, real signed tokens. */
@NullMarked
package vn.dvk.reporting.running;

import org.jspecify.annotations.NullMarked;
