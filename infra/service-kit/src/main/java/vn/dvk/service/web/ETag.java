package vn.dvk.service.web;

/** A stream's version as HTTP sees it: {@code "7"}. Spring finds {@link #from} by itself. */
public record ETag(long number) {

    /** @throws IllegalArgumentException unless it is a number in quotation marks */
    public static ETag from(String header) {
        var text = header.strip();
        if (!text.matches("\"\\d{1,18}\"")) {
            throw new IllegalArgumentException("An ETag looks like \"7\", not " + text);
        }
        return new ETag(Long.parseLong(text.substring(1, text.length() - 1)));
    }

    @Override
    public String toString() {
        return "\"" + number + "\"";
    }
}
