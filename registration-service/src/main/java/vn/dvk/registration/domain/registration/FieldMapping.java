package vn.dvk.registration.domain.registration;

/**
 * Which field of the parent programme an own one counts as.
 *
 * @param field own code
 * @param as    code in the parent programme
 */
public record FieldMapping(String field, String as) {}
