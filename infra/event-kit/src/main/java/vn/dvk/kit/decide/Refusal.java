package vn.dvk.kit.decide;

import java.util.List;

/**
 * A "no" that belongs to the business, not a fault.
 *
 * @param arguments for the placeholders of the reason's sentence, in order
 * @param faults    the fields to blame, if the refusal is about particular fields
 */
public record Refusal(Reason reason, List<Object> arguments, List<Fault> faults) {

    /**
     * One field that is wrong.
     *
     * @param field the name as in the request, with dots and indexes: {@code goals[0].target}
     */
    public record Fault(String field, Reason reason, List<Object> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }

        public static Fault of(String field, Reason reason, Object... arguments) {
            return new Fault(field, reason, List.of(arguments));
        }
    }

    public Refusal {
        arguments = List.copyOf(arguments);
        faults = List.copyOf(faults);
    }

    public static Refusal because(Reason reason, Object... arguments) {
        return new Refusal(reason, List.of(arguments), List.of());
    }

    public static Refusal of(Reason reason, List<Fault> faults) {
        return new Refusal(reason, List.of(), faults);
    }

    /** For the reason that one field is blamed for. */
    public static Refusal blaming(Fault fault) {
        return new Refusal(fault.reason(), fault.arguments(), List.of(fault));
    }

    public String code() {
        return reason.code();
    }
}
