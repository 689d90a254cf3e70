package oriel.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import oriel.mail.FolderPath;
import oriel.mail.SyncState;

/**
 * How far each folder is indexed. Lies in the user data of a commit, so that it is durable exactly together with what was
 * written before.
 */
final class Positions {

    private static final String VERSION = "version";
    private static final String NEXT_THREAD = "thread";
    private static final String APART = "apart:";
    private static final String FOLDER = "folder:";

    private final Map<FolderPath, Position> folders = new ConcurrentHashMap<>();
    private volatile Set<FolderPath> apart = Set.of();

    /** @param complete whether all of its messages were indexed then */
    record Position(SyncState state, boolean complete) {}

    /** Whether an index with this user data can be read by this version. */
    static boolean current(Map<String, String> data) {
        return Integer.toString(Fields.VERSION).equals(data.get(VERSION));
    }

    /** Reads what {@link #data} wrote. */
    static Positions of(Map<String, String> data) {
        Positions positions = new Positions();
        data.forEach((key, value) -> {
            if (key.startsWith(FOLDER)) {
                FolderPath folder = FolderPath.parse(key.substring(FOLDER.length()));
                positions.folders.put(folder, position(folder, value.split(" ")));
            }
        });
        positions.apart = data.keySet().stream()
                .filter(key -> key.startsWith(APART))
                .map(key -> FolderPath.parse(key.substring(APART.length())))
                .collect(Collectors.toUnmodifiableSet());
        return positions;
    }

    /** The first number that no conversation has. */
    static long nextThread(Map<String, String> data) {
        return Long.parseLong(data.getOrDefault(NEXT_THREAD, "1"));
    }

    /** All of it at this moment, as user data. */
    Map<String, String> data(long nextThread) {
        Map<String, String> data = new HashMap<>();
        data.put(VERSION, Integer.toString(Fields.VERSION));
        data.put(NEXT_THREAD, Long.toString(nextThread));
        folders.forEach((folder, position) -> data.put(FOLDER + folder.text(), text(position)));
        apart.forEach(folder -> data.put(APART + folder.text(), ""));
        return data;
    }

    private static String text(Position position) {
        SyncState state = position.state();
        return String.join(
                " ",
                List.of(
                        Long.toString(state.uidValidity()),
                        Long.toString(state.uidNext()),
                        Integer.toString(state.messages()),
                        Integer.toString(state.unseen()),
                        Long.toString(state.modSeq()),
                        Boolean.toString(position.complete())));
    }

    private static Position position(FolderPath folder, String[] of) {
        SyncState state = new SyncState(
                folder,
                Long.parseLong(of[0]),
                Long.parseLong(of[1]),
                Integer.parseInt(of[2]),
                Integer.parseInt(of[3]),
                Long.parseLong(of[4]));
        return new Position(state, Boolean.parseBoolean(of[5]));
    }

    void put(SyncState state, boolean complete) {
        folders.put(state.folder(), new Position(state, complete));
    }

    void remove(FolderPath folder) {
        folders.remove(folder);
    }

    Optional<Position> of(FolderPath folder) {
        return Optional.ofNullable(folders.get(folder));
    }

    Set<FolderPath> folders() {
        return Set.copyOf(folders.keySet());
    }

    /** Folders whose messages count in no conversation but when they are looked at themselves. */
    Set<FolderPath> apart() {
        return apart;
    }

    void setApart(Set<FolderPath> folders) {
        apart = Set.copyOf(folders);
    }
}
