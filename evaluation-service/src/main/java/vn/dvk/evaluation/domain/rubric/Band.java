package vn.dvk.evaluation.domain.rubric;

/**
 * One grade (xếp loại).
 *
 * @param from least total that earns it
 */
public record Band(String code, String label, double from) {}
