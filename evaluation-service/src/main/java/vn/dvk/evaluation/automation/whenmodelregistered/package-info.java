/** Whenever a model is registered, its process opens; corrected, changed or transferred, it is described anew; withdrawn or voided, its process ends. */
@NullMarked
package vn.dvk.evaluation.automation.whenmodelregistered;

import org.jspecify.annotations.NullMarked;
