/** Bodies that several endpoints share, and what they have in common: pages of lists, looking up programme and unit. */
@NullMarked
package vn.dvk.registration.web;

import org.jspecify.annotations.NullMarked;
