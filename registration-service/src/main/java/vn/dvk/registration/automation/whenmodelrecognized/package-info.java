/** Whenever a model is recognized, or a recognition is revoked, the registration knows it. */
@NullMarked
package vn.dvk.registration.automation.whenmodelrecognized;

import org.jspecify.annotations.NullMarked;
