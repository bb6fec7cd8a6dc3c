package vn.dvk.spec.planted.crossed.events;

import vn.dvk.spec.planted.crossed.store.CrossedStore;

/** Knows where things are kept. */
public record CrossedEvents(CrossedStore store) {}
