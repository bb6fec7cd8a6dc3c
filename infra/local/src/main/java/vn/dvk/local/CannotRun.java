package vn.dvk.local;

/**
 * Something is not as it has to be, and a person can put it right. The message is one sentence for that person: what is
 * wrong and what to do. It is printed alone, without a stack trace.
 */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
