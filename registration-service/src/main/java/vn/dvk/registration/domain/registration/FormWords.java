package vn.dvk.registration.domain.registration;

import vn.dvk.kit.decide.Vocabulary;

/**
 * The vocabularies a form is written in.
 *
 * @param levels     cấp
 * @param forceRoles what a force does: chủ trì, phối hợp, …
 */
public record FormWords(Vocabulary levels, Vocabulary forceRoles) {}
