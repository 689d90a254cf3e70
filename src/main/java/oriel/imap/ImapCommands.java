package oriel.imap;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import oriel.mime.EnvelopeParser;
import oriel.mime.MessageParser;
import oriel.mime.MessageWriter;
import oriel.mime.SummaryParser;

/** The commands. Dependent, because the fields of a normally scoped bean cannot be read through its proxy. */
@Dependent
public class ImapCommands {

    final ListFolders listFolders = new ListFolders();
    final FolderCounts folderCounts = new FolderCounts();
    final PositionOf positionOf = new PositionOf();
    final FetchSource fetchSource = new FetchSource();
    final FetchMarks fetchMarks = new FetchMarks();
    final StoreFlags storeFlags = new StoreFlags();
    final DeleteMessages deleteMessages = new DeleteMessages();
    final FindByMessageId findByMessageId = new FindByMessageId();
    final SearchFolder searchFolder = new SearchFolder();
    final CreateFolder createFolder = new CreateFolder();
    final FolderHierarchy folderHierarchy = new FolderHierarchy();
    final RenameFolder renameFolder = new RenameFolder();
    final DeleteFolder deleteFolder = new DeleteFolder();
    final Subscriptions subscriptions = new Subscriptions();
    final GetQuota getQuota = new GetQuota();
    final CopyMessages copyMessages = new CopyMessages();
    final MoveMessages moveMessages = new MoveMessages();
    final ListUids listUids = new ListUids();
    final FetchFlags fetchFlags = new FetchFlags();
    final FetchTexts fetchTexts = new FetchTexts();
    final FetchSummaries fetchSummaries;
    final ListEnvelopes listEnvelopes;
    final FetchMessage fetchMessage;
    final FetchPart fetchPart;
    final AppendMessage appendMessage;

    @Inject
    public ImapCommands(EnvelopeParser envelopes, MessageParser messages, MessageWriter writer) {
        fetchSummaries = new FetchSummaries(new SummaryParser(envelopes));
        listEnvelopes = new ListEnvelopes(fetchSummaries);
        FetchRoot fetchRoot = new FetchRoot();
        fetchMessage = new FetchMessage(fetchRoot, envelopes, messages);
        fetchPart = new FetchPart(fetchRoot);
        appendMessage = new AppendMessage(writer);
    }
}
