package vn.dvk.service.web;

import java.util.Set;
import vn.dvk.kit.decide.Reason;

/** A bean validation constraint: texts under {@code constraint.Size} and so on. */
record Constraint(String name) implements Reason {

    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

    /** What is missing has one code, whoever notices. */
    static Reason reason(String name) {
        return REQUIRED.contains(name) ? WebReason.REQUIRED : new Constraint(name);
    }

    @Override
    public String code() {
        return "constraint." + name;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
