package vn.dvk.awards.domain;

import org.jspecify.annotations.Nullable;

/** A person put forward in public: name and post, and nothing else about them. */
public record Person(String name, @Nullable String post) {}
