/** Looking up registrations: one with what it still lacks, its history, and lists. */
@NullMarked
package vn.dvk.registration.read.registrations;

import org.jspecify.annotations.NullMarked;
