/** Whenever the directory states a unit or a programme, this service's copy of it is replaced. */
@NullMarked
package vn.dvk.awards.automation.whendirectorystates;

import org.jspecify.annotations.NullMarked;
