package vn.dvk.awards.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that proves what a paper says (minh chứng); the thing itself is kept elsewhere.
 *
 * @param id     the same evidence has the same id wherever it is attached
 * @param kind   what it is: a code of the vocabulary of kinds, or words
 * @param sha256 fingerprint of the file, if it is one
 */
public record Evidence(String id, String kind, @Nullable String sha256) {}
