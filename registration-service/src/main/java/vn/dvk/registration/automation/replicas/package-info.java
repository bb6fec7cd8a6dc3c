/** When a unit starts to apply another's model as a model of its own, a draft is opened for it here. */
@NullMarked
package vn.dvk.registration.automation.replicas;

import org.jspecify.annotations.NullMarked;
