/**
 * Progress reports (báo cáo tiến độ): what an owner says about a period.
 *
 * <p>No decision on a process depends on them and there may be any number, so each is a stream of its own: however many
 * there are, the process stays short. A report needs an open process to be about, and never changes once filed.
 */
@NullMarked
package vn.dvk.evaluation.domain.progressreport;

import org.jspecify.annotations.NullMarked;
