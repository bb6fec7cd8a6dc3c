package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;

/** Why a conclusion does not count any more, as if it had never been drawn (hủy kết luận). */
public record Voiding(LocalDate on, String reason) {}
