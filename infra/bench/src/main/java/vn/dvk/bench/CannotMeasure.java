package vn.dvk.bench;

/** The measurement cannot go on; the message is one sentence for a person, printed without a stack trace. */
public final class CannotMeasure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotMeasure(String sentence) {
        super(sentence);
    }

    public CannotMeasure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
