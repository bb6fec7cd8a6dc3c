/** What follows by itself from other services' events: one package per thing that follows, put together here. */
@NullMarked
package vn.dvk.awards.automation;

import org.jspecify.annotations.NullMarked;
