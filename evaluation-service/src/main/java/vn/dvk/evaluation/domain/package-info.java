/** Words that rubrics and processes share, and everything that can be refused. Plain Java. */
@NullMarked
package vn.dvk.evaluation.domain;

import org.jspecify.annotations.NullMarked;
