package vn.dvk.evaluation.store;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How yearly reviews are entered.
 *
 * @param effectiveFor how long a review speaks for, if none follows: {@code 18m}; of those entered from now on, for
 *     each keeps and tells the day until which it does
 */
@ConfigurationProperties("evaluation.reviews")
public record ReviewSettings(@DefaultValue("18m") Period effectiveFor) {

    public ReviewSettings {
        if (effectiveFor.isZero() || effectiveFor.isNegative()) {
            throw new IllegalArgumentException("evaluation.reviews.effective-for must be longer than nothing");
        }
    }
}
