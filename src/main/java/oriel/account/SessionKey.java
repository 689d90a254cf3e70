package oriel.account;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that credentials in a browser session are encrypted with (AES-256). All nodes of a cluster need the same one.
 * Deliberately not serializable: it must not be stored beside what it protects.
 */
public final class SessionKey {

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    /** @param bytes {@value #LENGTH} of them */
    public SessionKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A session key has " + LENGTH + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** A new key: sessions end when the application does. */
    public static SessionKey random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new SessionKey(bytes);
    }

    /** The key for AES. */
    public SecretKey aes() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "SessionKey[...]";
    }
}
