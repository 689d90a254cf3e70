package oriel.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the servers of a run keep everything: one temporary folder, which goes in the end. Its name is short, because
 * the servers' sockets have to fit into 108 bytes, and it is open to the servers' own users.
 */
record Place(Path folder) {

    /** The user and group of all mail; needs no name. */
    static final int MAIL_UID = 5000;

    static Place make() throws IOException {
        String temporary = System.getenv().getOrDefault("TMPDIR", "/tmp");
        Path folder = Files.createTempDirectory(Path.of(temporary), "oriel-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : new String[] {"etc", "log", "mail", "postfix/data", "postfix/conf", "postfix/queue"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.setAttribute(folder.resolve("mail"), "unix:uid", MAIL_UID);
        Files.setAttribute(folder.resolve("mail"), "unix:gid", MAIL_UID);
        return new Place(folder);
    }

    /** Writes a configuration file from the one of that name beside the tests, with its words filled in. */
    String filled(String name, Map<String, Object> words) throws IOException {
        String text;
        try (InputStream in = Place.class.getResourceAsStream(name)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (var word : words.entrySet()) {
            text = text.replace("${" + word.getKey() + "}", word.getValue().toString());
        }
        return text.replace("${folder}", folder.toString());
    }

    Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text);
    }

    Path log(String name) {
        return folder.resolve("log").resolve(name + ".log");
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
