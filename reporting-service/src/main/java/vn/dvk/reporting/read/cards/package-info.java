/** A model's whole life, and lists of models. */
@NullMarked
package vn.dvk.reporting.read.cards;

import org.jspecify.annotations.NullMarked;
