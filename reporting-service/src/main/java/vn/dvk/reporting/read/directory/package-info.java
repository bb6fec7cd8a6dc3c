/** Units and programmes as reporting knows them. */
@NullMarked
package vn.dvk.reporting.read.directory;

import org.jspecify.annotations.NullMarked;
