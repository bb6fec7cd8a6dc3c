package vn.dvk.service;

/** Something to be done with the store before the first command or event, such as creating an index. Harmless when repeated. */
@FunctionalInterface
public interface IndexInitializer {
    void prepare();
}
