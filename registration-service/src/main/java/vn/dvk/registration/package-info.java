/**
 * Registration (đăng ký): who exists, which programmes run, and which models and exemplars are registered in them.
 *
 * <p>Start at {@code domain}; everything a caller can do is a package under {@code write}, everything a caller can ask
 * one under {@code read}.
 */
@NullMarked
package vn.dvk.registration;

import org.jspecify.annotations.NullMarked;
