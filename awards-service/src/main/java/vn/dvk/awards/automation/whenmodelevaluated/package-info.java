/** Whenever a model is evaluated, its dossier notes the conclusion. */
@NullMarked
package vn.dvk.awards.automation.whenmodelevaluated;

import org.jspecify.annotations.NullMarked;
