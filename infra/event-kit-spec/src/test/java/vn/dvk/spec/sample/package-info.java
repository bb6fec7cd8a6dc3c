/** A small business object for the tests of the kit: a dossier that is opened, noted in and closed. */
@NullMarked
package vn.dvk.spec.sample;

import org.jspecify.annotations.NullMarked;
