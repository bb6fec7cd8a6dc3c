package vn.dvk.spec.planted.annotations;

/** Any annotation, so that a package's comment is compiled into a class at all. */
public @interface Described {}
