/** What an operator asks and does: how far behind, what waits and why, retry or discard. */
@NullMarked
package vn.dvk.service.operations;

import org.jspecify.annotations.NullMarked;
