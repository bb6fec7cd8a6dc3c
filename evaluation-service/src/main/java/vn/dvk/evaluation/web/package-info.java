/** What several slices say over HTTP in the same words. */
@NullMarked
package vn.dvk.evaluation.web;

import org.jspecify.annotations.NullMarked;
