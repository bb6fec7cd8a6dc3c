package vn.dvk.awards.store;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dvk.awards.domain.Level;

/**
 * Levels that have come to an end in the country's organisation.
 *
 * @param endings the first day on which nothing is issued at that level any more
 */
@ConfigurationProperties("awards.levels")
public record LevelEndings(@DefaultValue Map<Level, LocalDate> endings) {}
