package oriel.account;

/** Event: this browser session is no longer signed in to its account, be it that somebody else signs in here now. */
public record SessionLeft() {}
