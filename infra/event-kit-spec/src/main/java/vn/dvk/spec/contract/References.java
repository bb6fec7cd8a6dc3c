package vn.dvk.spec.contract;

import java.net.URI;

/** How one contract file names another. */
final class References {

    private References() {}

    /** The path of {@code reference} as seen from the file {@code from}: {@code awards/x.json}, {@code ../common/y.json}. */
    static String relative(String from, String reference) {
        return URI.create("/" + from).resolve(reference).getPath().substring(1);
    }
}
