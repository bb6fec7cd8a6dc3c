package vn.dvk.registration.store;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.LevelEndings;

/**
 * The levels as this installation is configured.
 *
 * @param endings the first day on which nothing is applied for at that level any more
 */
@ConfigurationProperties("registration.levels")
public record Levels(@DefaultValue Map<Level, LocalDate> endings) {

    public LevelEndings toEndings() {
        return new LevelEndings(endings);
    }
}
