package vn.dvk.reporting.counting;

import java.util.List;

/** A watermark of which something has not been read here yet: 503, to be asked again. */
public final class NotReadYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    public NotReadYet(List<String> missing) {
        super(QueryReason.NOT_READ_YET.code(), null, false, false);
        this.missing = List.copyOf(missing);
    }

    /** What is missing, for people. */
    public List<String> missing() {
        return missing;
    }
}
