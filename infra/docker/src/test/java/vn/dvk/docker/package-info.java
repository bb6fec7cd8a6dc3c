/**
 * What the files for Docker and observability promise, checked without a Docker engine, and in {@link
 * vn.dvk.docker.ContainersIT} with one.
 *
 * <p>Each promise is a constant of an enum and answers with one sentence for everything that breaks it. The test of the
 * enum asks twice: the real files must break nothing, and a violation planted for that very promise must be found. A new
 * promise without a planted violation does not compile.
 */
@NullMarked
package vn.dvk.docker;

import org.jspecify.annotations.NullMarked;
