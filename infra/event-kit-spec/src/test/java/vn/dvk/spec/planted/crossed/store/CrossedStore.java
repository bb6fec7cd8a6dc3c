package vn.dvk.spec.planted.crossed.store;

import org.springframework.http.HttpStatus;

/** Knows an address. */
public record CrossedStore(HttpStatus status) {}
