/**
 * What a case file says, read with the line of every value and checked as a whole before anything is sent.
 *
 * <p>{@link vn.dvk.replay.cases.CaseFile} reads: into a {@link vn.dvk.replay.cases.CaseDocument}, JSON that knows its
 * lines; {@link vn.dvk.replay.cases.CaseSchema} checks each value; Jackson makes the {@link vn.dvk.replay.cases.Case};
 * {@link vn.dvk.replay.cases.CaseRules} checks what one value says about another. An
 * {@link vn.dvk.replay.cases.InvalidCase} is the one sentence a person gets to see. Uses nothing else of the program.
 */
@NullMarked
package vn.dvk.replay.cases;

import org.jspecify.annotations.NullMarked;
