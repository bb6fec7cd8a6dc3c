package vn.dvk.spec.planted.annotations;

/** Any method of HTTP, so also those that change something. */
public @interface RequestMapping {}
