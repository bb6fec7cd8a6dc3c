/** Whenever a registered model is amended, its dossier describes it so from then on. */
@NullMarked
package vn.dvk.awards.automation.whenmodelamended;

import org.jspecify.annotations.NullMarked;
