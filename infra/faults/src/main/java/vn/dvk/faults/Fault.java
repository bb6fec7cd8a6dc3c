package vn.dvk.faults;

/** Something that goes wrong, and nothing may be lost by it. */
public interface Fault {

    /** Its number in the list: {@code F4}. */
    String name();

    /** In a few words, Vietnamese and English. */
    String what();

    /**
     * Does it, under load, and heals it again. What it promises beyond what is asked after every fault it says with
     * {@link Scene#promise}.
     */
    void strike(Scene scene);
}
