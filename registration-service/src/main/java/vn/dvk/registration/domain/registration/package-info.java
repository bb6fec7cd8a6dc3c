/**
 * The registration of one model or exemplar, from draft to {@code Registered}.
 *
 * <p>Two stages: the base selects (xét chọn), the superior accepts (phê duyệt). At every gate it can be returned with
 * a reason. A registration without problem, place and at least one measurable target is not accepted for review: “chung
 * chung”, too generic, is the first complaint of every superior.
 *
 * @see vn.dvk.registration.domain.registration.RegistrationDecider where every rule is
 */
@NullMarked
package vn.dvk.registration.domain.registration;

import org.jspecify.annotations.NullMarked;
