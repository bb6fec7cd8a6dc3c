package vn.dvk.spec.planted.crossed.automation.whensomething;

import org.springframework.http.HttpStatus;

/** Answers a caller. */
public record CrossedAutomation(HttpStatus status) {}
