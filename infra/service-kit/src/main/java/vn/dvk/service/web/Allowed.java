package vn.dvk.service.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Which roles may call this. Every endpoint that changes something must carry it; a test of the kit's specification
 * holds each service to that.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole({roles})")
public @interface Allowed {

    /** Role names in single quotation marks, separated by commas: {@code "'OFFICER', 'REVIEWER'"}. */
    String roles();
}
