/** The owner reports on a period (báo cáo tiến độ). */
@NullMarked
package vn.dvk.evaluation.write.reportprogress;

import org.jspecify.annotations.NullMarked;
