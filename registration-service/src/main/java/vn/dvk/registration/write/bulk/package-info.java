/** Many registrations in one request, with an outcome for each row. */
@NullMarked
package vn.dvk.registration.write.bulk;

import org.jspecify.annotations.NullMarked;
