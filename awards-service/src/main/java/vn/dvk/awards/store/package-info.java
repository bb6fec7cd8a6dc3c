/**
 * Where dossiers, movement awards and replications are kept, the views that lists and searches look at, and this
 * service's own copy of units and programmes.
 */
@NullMarked
package vn.dvk.awards.store;

import org.jspecify.annotations.NullMarked;
