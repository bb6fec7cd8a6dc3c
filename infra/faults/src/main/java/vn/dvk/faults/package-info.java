/**
 * What the platform promises to survive, done to a platform of its own, under load, and held to account.
 *
 * <p>A {@link vn.dvk.faults.Ledger} keeps on the client's side which commands were accepted. One
 * {@link vn.dvk.faults.Fault} strikes while a {@link vn.dvk.faults.Load} goes on; when everything is at rest again the
 * {@link vn.dvk.faults.Oracle} looks for every command in the registration service, on the topics and on the cards, and
 * for anything else that is there, and has the read store built anew. What it finds is a {@link vn.dvk.faults.Verdict},
 * one row of the table.
 *
 * @see vn.dvk.faults.Main where a run begins
 * @see vn.dvk.faults.kind the faults themselves
 */
@NullMarked
package vn.dvk.faults;

import org.jspecify.annotations.NullMarked;
