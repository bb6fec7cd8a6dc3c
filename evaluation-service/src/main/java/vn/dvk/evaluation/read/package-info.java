/** Everything a caller can ask, one package per question. What is here itself is how all of them answer. */
@NullMarked
package vn.dvk.evaluation.read;

import org.jspecify.annotations.NullMarked;
