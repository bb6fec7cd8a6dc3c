/**
 * Requests in, answers out: who asks and why, RFC 9457 problems in two languages, ETags, limits, and who may do what.
 *
 * <p>A controller takes a {@link vn.dvk.kit.envelope.RequestContext}, asks a stream and gives the outcome to {@link
 * vn.dvk.service.web.Answers}. It says with {@link vn.dvk.service.web.Allowed} who may call it; what says nothing may
 * only be read.
 */
@NullMarked
package vn.dvk.service.web;

import org.jspecify.annotations.NullMarked;
