/**
 * Programmes (phong trào, giai đoạn, đợt): a run of the movement with its own fields, levels, steps and cut-off.
 *
 * <p>What differs between provinces is a setting of the programme, never a constant of the code.
 */
@NullMarked
package vn.dvk.registration.domain.programme;

import org.jspecify.annotations.NullMarked;
