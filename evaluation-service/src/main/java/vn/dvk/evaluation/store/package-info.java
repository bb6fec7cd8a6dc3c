/** Where things are kept: one document per process and per programme's rubrics, and the programmes as heard. */
@NullMarked
package vn.dvk.evaluation.store;

import org.jspecify.annotations.NullMarked;
