package oriel.index;

/** Something typed makes no sense as a search. */
final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;

    /**
     * @param what the end of the message's key
     * @param where what was typed
     */
    NotUnderstood(String what, String where) {
        super(what);
        this.what = what;
        this.where = where;
    }

    Complaint complaint() {
        return new Complaint("mailbox.search.wrong." + what, where);
    }
}
