/**
 * One address and one login in front of the four services, and nothing about what they do.
 *
 * <p>A program sends its own token, which passes through; a browser has a session here, and the tokens stay in it: the
 * gateway adds the access token to what it passes on and removes every cookie. Who may do what is decided by the
 * services; the gateway only knows who has signed in.
 *
 * @see vn.dvk.gateway.Routes which address leads where
 * @see vn.dvk.gateway.Access who may pass, and how a browser signs in and out
 * @see vn.dvk.gateway.SessionTokens how a session's tokens are kept fresh
 */
@NullMarked
package vn.dvk.gateway;

import org.jspecify.annotations.NullMarked;
