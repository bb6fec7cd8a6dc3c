package vn.dvk.local;

/** A program that starts and ends. */
final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("Hello");
    }
}
