package vn.dvk.bench;

/** What people read: Vietnamese first, English beside it, on one line. */
public final class Words {

    private Words() {}

    public static String both(String vietnamese, String english) {
        return vietnamese + " / " + english;
    }
}
