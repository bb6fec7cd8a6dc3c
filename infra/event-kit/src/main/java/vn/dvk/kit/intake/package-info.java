/**
 * Other services' events, from Kafka into documents: duplicates dropped, gaps held, broken streams parked, and the
 * partition never stops.
 *
 * <p>{@link vn.dvk.kit.intake.Intake} takes a batch of records and hands them to an {@link
 * vn.dvk.kit.intake.EventHandler} per source. There are two: {@link vn.dvk.kit.intake.Reactions} turns events into
 * commands, {@link vn.dvk.kit.intake.Projection} into documents. Both keep the last position per source stream in the
 * document they write. What cannot be applied waits in the {@link vn.dvk.kit.intake.WaitingRoom}, by stream, until it
 * can, or until a person decides.
 */
@NullMarked
package vn.dvk.kit.intake;

import org.jspecify.annotations.NullMarked;
