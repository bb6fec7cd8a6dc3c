@NullMarked
package vn.dvk.service;

import org.jspecify.annotations.NullMarked;
