/** The whole service over HTTP, with a real broker and store and signed tokens. */
@NullMarked
package vn.dvk.awards.http;

import org.jspecify.annotations.NullMarked;
