/**
 * What brings the topics of other installations here: those that lie on another broker are copied onto ours, under the
 * installation's prefix, and whatever a mirror of the operator's has not created yet is created. What is read of them is
 * in {@link vn.dvk.reporting.events.Installations}.
 */
@NullMarked
package vn.dvk.reporting.mirror;

import org.jspecify.annotations.NullMarked;
