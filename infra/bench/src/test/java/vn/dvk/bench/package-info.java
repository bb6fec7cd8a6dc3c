@NullMarked
package vn.dvk.bench;

import org.jspecify.annotations.NullMarked;
