package vn.dvk.service.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.stream.Outcome;

/**
 * Checks one row of a bulk request by itself, because one bad row must not stop the others. The list of rows is then
 * not marked {@code @Valid}.
 */
public class RowCheck {

    private final Validator validator;

    RowCheck(Validator validator) {
        this.validator = validator;
    }

    /**
     * Refuses the rows whose fields are not right and carries out the others, all in one go.
     *
     * @param together one outcome per row it is given, in order; not called when no row is right
     * @return one outcome per row, in order
     */
    public <R, S> List<Outcome<S>> carryOut(List<R> rows, Function<List<R>, List<Outcome<S>>> together) {
        return carryOutRows(rows.stream().<BulkRow<R>>map(BulkRow.Read::new).toList(), together);
    }

    /** The same for rows that were read one by one. */
    public <R, S> List<Outcome<S>> carryOutRows(List<BulkRow<R>> rows, Function<List<R>, List<Outcome<S>>> together) {
        var right = new ArrayList<R>();
        var faults = new ArrayList<Optional<Refusal>>();
        for (var row : rows) {
            switch (row) {
                case BulkRow.Unreadable<R>(var why) -> faults.add(Optional.of(why));
                case BulkRow.Read<R>(var read) -> {
                    var fault = faults(read);
                    faults.add(fault);
                    if (fault.isEmpty()) {
                        right.add(read);
                    }
                }
            }
        }
        var carriedOut = (right.isEmpty() ? List.<Outcome<S>>of() : together.apply(right)).iterator();
        return faults.stream()
                .map(fault -> fault.<Outcome<S>>map(Outcome.Refused::new).orElseGet(carriedOut::next))
                .toList();
    }

    /** What is wrong with its fields, if anything is; the names are those inside the row. */
    Optional<Refusal> faults(Object row) {
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
                violation.getPropertyPath().toString(), Constraint.reason(name), numbers(constraint.getAttributes()));
    }

    /** In alphabetical order, as the texts count them. */
    private static List<Object> numbers(Map<String, Object> attributes) {
        var own = new TreeMap<>(attributes);
        own.keySet().removeAll(List.of("message", "groups", "payload"));
        return List.copyOf(own.values());
    }
}
