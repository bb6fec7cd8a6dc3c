package vn.dvk.spec.planted.crossed.domain;

import org.bson.Document;

/** Knows the store’s driver. */
public record CrossedDomain(Document document) {}
