package vn.dvk.awards.domain.dossier;

/**
 * The merger by which a model went over to another unit by itself.
 *
 * @param undone it never did: the merger was annulled
 */
public record Merger(String succession, boolean undone) {}
