/** Whenever a model is registered, its process opens; amended, it is renamed; withdrawn, its process ends. */
@NullMarked
package vn.dvk.evaluation.automation.whenmodelregistered;

import org.jspecify.annotations.NullMarked;
