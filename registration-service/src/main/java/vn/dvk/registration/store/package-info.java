/**
 * Where units, programmes and registrations are kept: their streams, the flat views that lists and searches look at, and
 * what is looked up before a decision.
 */
@NullMarked
package vn.dvk.registration.store;

import org.jspecify.annotations.NullMarked;
