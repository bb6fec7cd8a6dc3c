/**
 * The platform as a whole: real processes started by {@code ./infra/dvk} on ports and in a folder of their own, used
 * through the replay's own command line and a real browser. Runs in {@code mvn verify}, after every other module.
 */
@NullMarked
package vn.dvk.replay.e2e;

import org.jspecify.annotations.NullMarked;
