/** Everything a caller can do, one package each. What is here itself is said by several of them in the same words. */
@NullMarked
package vn.dvk.evaluation.write;

import org.jspecify.annotations.NullMarked;
