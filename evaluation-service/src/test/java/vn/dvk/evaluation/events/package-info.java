/** What is stored and what is published, held to the pinned samples and to the contracts. */
@NullMarked
package vn.dvk.evaluation.events;

import org.jspecify.annotations.NullMarked;
