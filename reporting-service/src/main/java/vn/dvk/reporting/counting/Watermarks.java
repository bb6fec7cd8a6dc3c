package vn.dvk.reporting.counting;

/** Says how far this instance is. */
@FunctionalInterface
public interface Watermarks {
    Watermark now();
}
