package oriel.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for localhost that nobody trusts but those who are told to, as files for servers ({@code server.crt},
 * {@code server.key}) and for Java ({@code truststore.p12}).
 */
final class Certificate {

    static final String PASSWORD = "changeit";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final Path folder;

    private Certificate(Path folder) {
        this.folder = folder;
    }

    /** Makes one that is good for a day. */
    static Certificate make(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path keys = folder.resolve("server.p12");
        Daemon.run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Certificate certificate = new Certificate(folder);
        certificate.export(load(keys));
        return certificate;
    }

    private void export(KeyStore keys) throws IOException, GeneralSecurityException {
        java.security.cert.Certificate made = keys.getCertificate("server");
        pem(
                "server.key",
                "PRIVATE KEY",
                keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
        pem("server.crt", "CERTIFICATE", made.getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", made);
        try (var out = Files.newOutputStream(truststore())) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }

    private void pem(String file, String kind, byte[] content) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n" + PEM.encodeToString(content) + "\n-----END " + kind + "-----\n";
        Files.writeString(folder.resolve(file), text);
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    Path truststore() {
        return folder.resolve("truststore.p12");
    }

    /** For a server in this virtual machine and for clients of it. */
    SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(folder.resolve("server.p12")), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(truststore()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
