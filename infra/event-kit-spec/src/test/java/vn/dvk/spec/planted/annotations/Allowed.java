package vn.dvk.spec.planted.annotations;

/** Says who may. */
public @interface Allowed {}
