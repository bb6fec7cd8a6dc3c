package vn.dvk.spec.planted.crossed.read.something;

import vn.dvk.kit.intake.EventHandler;

/** Sends what happens by itself. */
public record CrossedRead(EventHandler handler) {}
