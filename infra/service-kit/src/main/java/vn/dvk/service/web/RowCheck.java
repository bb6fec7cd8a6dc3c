package vn.dvk.service.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.dvk.kit.Refusal;
import vn.dvk.kit.Refusal.Fault;

/**
 * Checks one row of a bulk request by itself, because one bad row must not stop the others. The list of rows is then
 * not marked {@code @Valid}.
 */
public class RowCheck {

    private final Validator validator;

    RowCheck(Validator validator) {
        this.validator = validator;
    }

    /** What is wrong with its fields, if anything is; the names are those inside the row. */
    public Optional<Refusal> faults(Object row) {
        var faults = validator.validate(row).stream()
                .map(RowCheck::fault)
                .sorted(Comparator.comparing(Fault::field))
                .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(WebReason.INVALID_FIELDS, faults));
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        var name = constraint.getAnnotation().annotationType().getSimpleName();
        return new Fault(
                violation.getPropertyPath().toString(), new Constraint(name), numbers(constraint.getAttributes()));
    }

    /** In alphabetical order, as the texts count them. */
    private static List<Object> numbers(Map<String, Object> attributes) {
        var own = new TreeMap<>(attributes);
        own.keySet().removeAll(List.of("message", "groups", "payload"));
        return List.copyOf(own.values());
    }
}
