package vn.dvk.spec.planted.sound.domain;

import java.time.LocalDate;
import vn.dvk.kit.decide.Reason;

/** Uses what a domain may use. */
public record Sum(long amount, LocalDate on, Reason.Kind[] kinds) {}
