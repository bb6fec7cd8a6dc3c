package vn.dvk.local;

/** What people read: Vietnamese first, English beside it, on one line. */
final class Words {

    private Words() {}

    static String both(String vietnamese, String english) {
        return vietnamese + " / " + english;
    }
}
