package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;

/** The unit has taken its registration back (rút đăng ký); nothing more happens to the model. */
public record Withdrawal(LocalDate on, String reason) {}
