package oriel.index;

import oriel.mail.Body;

/** Reads a text as people do; the port by which the index comes to the words of messages. Thread safe. */
public interface BodyWords {

    /** What there is to read of a text, hostile and maybe cut anywhere, without markup; empty if there is nothing. */
    String of(Body body);
}
