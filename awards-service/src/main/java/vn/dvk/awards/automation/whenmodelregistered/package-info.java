/** Whenever a model is registered, its dossier is opened, and the replication it follows from, if any, knows its replica. */
@NullMarked
package vn.dvk.awards.automation.whenmodelregistered;

import org.jspecify.annotations.NullMarked;
