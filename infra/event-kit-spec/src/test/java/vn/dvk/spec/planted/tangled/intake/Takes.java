package vn.dvk.spec.planted.tangled.intake;

import org.springframework.http.HttpStatus;

/** Knows the framework. */
public record Takes(HttpStatus status) {}
