package vn.dvk.evaluation.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;

/**
 * How far a goal has come: {@code {"goal": "g-1", "value": 87.5}}, in the goal's unit.
 *
 * @param goal its id in the registration
 */
public record GoalValueBody(
        @NotBlank @Size(max = 120) String goal, @NotNull BigDecimal value) {

    public static List<GoalValue> toValues(@Nullable List<GoalValueBody> bodies) {
        return bodies == null
                ? List.of()
                : bodies.stream()
                        .map(body -> new GoalValue(body.goal(), body.value()))
                        .toList();
    }
}
