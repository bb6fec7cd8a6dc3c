package vn.dvk.replay.cases;

/** A case file that cannot be used. The message is one sentence for the person who wrote the file: place, what is expected. */
public final class InvalidCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InvalidCase(String message) {
        super(message);
    }

    /** The value at {@code place} breaks a rule; both texts continue the sentence that names the place. */
    public static InvalidCase at(Place place, String vietnamese, String english) {
        return new InvalidCase("%s: %s. (%s: %s.)".formatted(place.vietnamese(), vietnamese, place.english(), english));
    }

    static InvalidCase unreadable(String file, String vietnamese, String english) {
        return new InvalidCase("Tệp %s: %s. (File %s: %s.)".formatted(file, vietnamese, file, english));
    }
}
