/**
 * How services on the kit are tested: given/when/then for deciders, a real broker and store in this JVM, the rules of
 * the architecture, and the event contracts.
 */
@NullMarked
package vn.dvk.spec;

import org.jspecify.annotations.NullMarked;
