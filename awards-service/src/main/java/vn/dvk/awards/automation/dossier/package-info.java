/** A model's dossier follows its registration, and notes its evaluation. */
@NullMarked
package vn.dvk.awards.automation.dossier;

import org.jspecify.annotations.NullMarked;
