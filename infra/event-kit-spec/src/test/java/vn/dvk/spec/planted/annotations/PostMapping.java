package vn.dvk.spec.planted.annotations;

/** Something is changed over HTTP. */
public @interface PostMapping {}
