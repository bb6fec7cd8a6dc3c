package vn.dvk.service.web;

import vn.dvk.kit.decide.Reason;

/** A bean validation constraint: texts under {@code constraint.Size} and so on. */
record Constraint(String name) implements Reason {

    @Override
    public String code() {
        return "constraint." + name;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
