package vn.dvk.identity;

import java.util.regex.Pattern;

/**
 * A role at a unit.
 *
 * @param unit code of the unit, valid for everything below it; {@code VN} is the whole country
 */
record Assignment(Role role, String unit) {

    private static final Pattern UNIT_CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    Assignment {
        Rule.require(role != null, "an assignment needs a role");
        Rule.require(unit != null && UNIT_CODE.matcher(unit).matches(), "'%s' is not the code of a unit", unit);
    }
}
