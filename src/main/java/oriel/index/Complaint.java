package oriel.index;

/**
 * Why a search was not understood.
 *
 * @param key of the sentence that says so
 * @param typed what it is about, for the sentence
 */
public record Complaint(String key, String typed) {}
