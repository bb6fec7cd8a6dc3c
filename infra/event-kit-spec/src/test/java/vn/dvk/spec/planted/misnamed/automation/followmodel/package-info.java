/** What happens by itself, and does not say when. */
@NullMarked
package vn.dvk.spec.planted.misnamed.automation.followmodel;

import org.jspecify.annotations.NullMarked;
