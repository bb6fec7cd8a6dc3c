/** What can be refused, and in which words. */
@NullMarked
package vn.dvk.registration.domain;

import org.jspecify.annotations.NullMarked;
