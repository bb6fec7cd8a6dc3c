/** From Spring Cloud Stream's batches to the kit's intake. The only place that knows the binder. */
@NullMarked
package vn.dvk.service.messaging;

import org.jspecify.annotations.NullMarked;
