/**
 * The dossier (hồ sơ) of one model: recognitions and refusals per level, awards for the model, holds.
 *
 * <p>It is opened by the registration and follows it; the evaluation's conclusion is noted, and may come first. From
 * then on: a level recognizes once while it stands; a refusal and a recognition at one level exclude each other; one
 * achievement earns one form; nothing is recognized or commended while a hold stands or after a withdrawal. What was
 * given may be revoked with a reason at any time, and is then still on record.
 *
 * @see vn.dvk.awards.domain.dossier.DossierDecider where to start
 */
@NullMarked
package vn.dvk.awards.domain.dossier;

import org.jspecify.annotations.NullMarked;
