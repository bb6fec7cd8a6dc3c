package vn.dvk.awards.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.kit.Reason;
import vn.dvk.kit.Refusal;

/** Checks one row of a bulk request by itself, because one bad row must not stop the others. */
@Component
public class RowCheck {

    private final Validator validator;

    RowCheck(Validator validator) {
        this.validator = validator;
    }

    /** What is wrong with its fields, if anything is. */
    public Optional<Refusal> faults(Object row) {
        var faults = validator.validate(row).stream()
                .map(RowCheck::fault)
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(AwardsReason.ROW_INCOMPLETE, faults));
    }

    private static Refusal.Fault fault(ConstraintViolation<Object> violation) {
        var constraint = violation.getConstraintDescriptor();
        var name = constraint.getAnnotation().annotationType().getSimpleName();
        return new Refusal.Fault(
                violation.getPropertyPath().toString(), new Constraint(name), numbers(constraint.getAttributes()));
    }

    /** In alphabetical order, as the texts count them. */
    private static List<Object> numbers(Map<String, Object> attributes) {
        var own = new TreeMap<>(attributes);
        own.keySet().removeAll(List.of("message", "groups", "payload"));
        return List.copyOf(own.values());
    }

    /** The kit has the texts, under {@code constraint.Size} and so on. */
    private record Constraint(String name) implements Reason {

        @Override
        public String code() {
            return "constraint." + name;
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
