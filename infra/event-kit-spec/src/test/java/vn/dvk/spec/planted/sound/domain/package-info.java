/** A service that keeps every rule: plain rules of its business. */
@NullMarked
package vn.dvk.spec.planted.sound.domain;

import org.jspecify.annotations.NullMarked;
