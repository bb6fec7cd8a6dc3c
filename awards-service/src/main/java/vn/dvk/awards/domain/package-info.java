/**
 * Words and rules that dossiers, movement awards and replications share. Plain Java.
 *
 * <p>Three kinds of business object: the {@linkplain vn.dvk.awards.domain.dossier dossier} of one model, an {@linkplain
 * vn.dvk.awards.domain.movementaward award for the movement}, and one {@linkplain vn.dvk.awards.domain.replication
 * replication} of a model at a place.
 */
@NullMarked
package vn.dvk.awards.domain;

import org.jspecify.annotations.NullMarked;
