/**
 * What a case file says, read with the line of every value and checked as a whole before anything is sent.
 *
 * <p>{@link vn.dvk.replay.cases.CaseFile} reads, {@link vn.dvk.replay.cases.CaseRules} checks what one value says about
 * another, {@link vn.dvk.replay.cases.InvalidCase} is the one sentence a person gets to see. Uses Jackson's streaming
 * parser and nothing else of the program.
 */
@NullMarked
package vn.dvk.replay.cases;

import org.jspecify.annotations.NullMarked;
