package vn.dvk.registration.domain.term;

/** As much of a term's history as anybody needs. */
public sealed interface Term {

    record Unknown() implements Term {}

    /**
     * @param byHand  whether somebody has said so, and not the set that is shipped
     * @param shipped      number of the newest shipped set that has said something of it; 0: none has
     * @param shippedTerms how many terms of the vocabulary that set has; 0: it is in none
     */
    record Known(String vocabulary, String code, Definition definition, boolean byHand, int shipped, int shippedTerms)
            implements Term {}

    /** A term's stream. */
    static String id(String vocabulary, String code) {
        return vocabulary + ":" + code;
    }
}
