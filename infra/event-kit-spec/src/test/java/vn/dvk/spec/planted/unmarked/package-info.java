/** Has a comment, and does not promise anything about null. */
@vn.dvk.spec.planted.annotations.Described
package vn.dvk.spec.planted.unmarked;
