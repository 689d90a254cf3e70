package oriel.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** How an account's index is written. */
final class Writers {

    private static final double BUFFER_MB = 16;
    private static final int MERGES_WAITING = 20;
    private static final double SMALL_SEGMENT_MB = 2;

    private Writers() {}

    static IndexWriterConfig config() {
        return new IndexWriterConfig(MessageAnalyzer.create())
                .setIndexSort(new Sort(
                        new SortField(Fields.DATE, SortField.Type.LONG, true),
                        new SortField(Fields.UID, SortField.Type.LONG, true)))
                .setRAMBufferSizeMB(BUFFER_MB)
                .setUseCompoundFile(true)
                .setMergePolicy(merges())
                .setMergeScheduler(background())
                // A refresh that waits for merges keeps the person waiting who asked for it.
                .setMaxFullFlushMergeWaitMillis(0)
                .setCommitOnClose(false);
    }

    /** Compound files: an index in two files for each segment, not twenty, because there are many open indexes. */
    private static TieredMergePolicy merges() {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setFloorSegmentMB(SMALL_SEGMENT_MB);
        merges.setNoCFSRatio(1);
        return merges;
    }

    /** One thread merges, and nobody waits for it. */
    private static ConcurrentMergeScheduler background() {
        ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
        scheduler.setMaxMergesAndThreads(MERGES_WAITING, 1);
        return scheduler;
    }
}
