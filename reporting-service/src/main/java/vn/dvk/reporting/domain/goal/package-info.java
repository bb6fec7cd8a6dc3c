/** How far a model has come with what it set itself · chỉ tiêu và kết quả. */
@NullMarked
package vn.dvk.reporting.domain.goal;

import org.jspecify.annotations.NullMarked;
