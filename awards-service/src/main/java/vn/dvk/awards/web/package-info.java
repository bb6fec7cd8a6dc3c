/** What the slices' requests and answers have in common. */
@NullMarked
package vn.dvk.awards.web;

import org.jspecify.annotations.NullMarked;
