/** Whenever a registered model is withdrawn, its dossier is closed. */
@NullMarked
package vn.dvk.awards.automation.whenmodelwithdrawn;

import org.jspecify.annotations.NullMarked;
