/** The smallest service on the kit: boards to which notices are posted, and a page of what arrives from elsewhere. */
@NullMarked
package vn.dvk.service.sample;

import org.jspecify.annotations.NullMarked;
