package vn.dvk.reporting.counting;

import java.util.List;

/** A question that cannot be understood: 400, with what is wrong and what would be right. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final QueryReason reason;
    private final transient List<Object> arguments;

    public Malformed(QueryReason reason, Object... arguments) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public QueryReason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
