package oriel.imap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import oriel.mail.Body;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.Owner;
import oriel.mail.Summary;
import oriel.mail.SyncState;
import oriel.mail.SyncStore;

/** Leads to the mailbox of the folder's owner, as {@link RoutedMailStore} does. */
final class RoutedSyncStore implements SyncStore {

    private final Mailboxes<SyncStore> mailboxes;

    /** @param mailboxes the mailbox of an owner; throws {@code FolderGone} for one that is not offered */
    RoutedSyncStore(Function<Owner, SyncStore> mailboxes) {
        this.mailboxes = new Mailboxes<>(mailboxes);
    }

    @Override
    public SyncState state(FolderPath folder) {
        SyncState state = mailboxes.at(folder.owner(), mailbox -> mailbox.state(bare(folder)));
        return new SyncState(
                folder, state.uidValidity(), state.uidNext(), state.messages(), state.unseen(), state.modSeq());
    }

    @Override
    public long[] uids(FolderPath folder, long uidValidity) {
        return mailboxes.at(folder.owner(), mailbox -> mailbox.uids(bare(folder), uidValidity));
    }

    @Override
    public List<Summary> summaries(FolderPath folder, long uidValidity, long[] uids) {
        List<Summary> rows =
                mailboxes.at(folder.owner(), mailbox -> mailbox.summaries(bare(folder), uidValidity, uids));
        return folder.owner().isSelf()
                ? rows
                : rows.stream().map(row -> of(folder.owner(), row)).toList();
    }

    @Override
    public List<Marked> marks(FolderPath folder, long uidValidity, long lowest, long highest, long since) {
        return mailboxes.at(
                folder.owner(), mailbox -> mailbox.marks(bare(folder), uidValidity, lowest, highest, since));
    }

    @Override
    public Map<Long, Body> texts(FolderPath folder, long uidValidity, long[] uids, int bytes) {
        return mailboxes.at(folder.owner(), mailbox -> mailbox.texts(bare(folder), uidValidity, uids, bytes));
    }

    private static Summary of(Owner owner, Summary row) {
        return new Summary(
                row.envelope().at(row.envelope().ref().of(owner)),
                row.cc(),
                row.messageId(),
                row.references(),
                row.files());
    }

    private static FolderPath bare(FolderPath folder) {
        return folder.of(Owner.SELF);
    }
}
