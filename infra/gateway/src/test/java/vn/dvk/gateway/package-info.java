@NullMarked
package vn.dvk.gateway;

import org.jspecify.annotations.NullMarked;
