package vn.dvk.evaluation.domain.process;

/**
 * Where something that proves a step can be found; the thing itself is kept elsewhere.
 *
 * @param kind      what it is, in words: kế hoạch, biên bản, ảnh …
 * @param reference a number, an address, a place in the archive
 */
public record Evidence(String kind, String title, String reference) {}
