/**
 * A small OpenID Connect issuer for one machine, so that the platform can be tried without Keycloak.
 *
 * <p>The people in {@code people.json} sign in with the password {@code demo}, or take a token directly as a client of
 * the same name. A token says who somebody is and which role they have at which unit; what a role may do is decided by
 * the service that receives it, never here.
 *
 * <p>It is for trying out: it listens on the loopback interface and refuses a production profile. Production uses
 * Keycloak with the realm in {@code infra/docker/keycloak}, which issues the same claims.
 *
 * @see vn.dvk.identity.TokenClaims what a token says
 * @see vn.dvk.identity.Clients who may ask for one
 */
@NullMarked
package vn.dvk.identity;

import org.jspecify.annotations.NullMarked;
