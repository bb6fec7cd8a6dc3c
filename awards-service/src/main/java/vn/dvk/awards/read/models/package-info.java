/** Models in a list, by programme, state or words. */
@NullMarked
package vn.dvk.awards.read.models;

import org.jspecify.annotations.NullMarked;
