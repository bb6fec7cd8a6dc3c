/** One model’s dossier with everything decided about it, its history, and lists of models. */
@NullMarked
package vn.dvk.awards.read.model;

import org.jspecify.annotations.NullMarked;
