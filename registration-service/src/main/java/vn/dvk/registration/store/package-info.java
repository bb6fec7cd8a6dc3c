/** Where units, programmes and registrations are kept, and the views that lists and searches look at. */
@NullMarked
package vn.dvk.registration.store;

import org.jspecify.annotations.NullMarked;
