package oriel.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import oriel.account.Credentials;
import oriel.account.SessionKey;

/**
 * Encrypts credentials and what else is secret for the session, which may be written to disk or handed to another node: AES-256-GCM (NIST SP
 * 800-38D) with a fresh nonce each time and a key that is in no session.
 */
@ApplicationScoped
public class CredentialSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 2;
    private static final int PASSWORD = 1;
    private static final int TOKEN = 2;
    private static final String CREDENTIALS = "credentials";

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    @Inject
    public CredentialSeal(SessionKey sessionKey) {
        this.key = sessionKey.aes();
    }

    byte[] seal(Credentials credentials) {
        return seal(CREDENTIALS, write(credentials));
    }

    /** @throws IllegalStateException if it was sealed with another key, by another version, or was changed */
    Credentials open(byte[] sealed) {
        return read(open(CREDENTIALS, sealed));
    }

    /**
     * The version of this format, the nonce, then what was encrypted.
     *
     * @param purpose has to be the same when it is opened, so that one thing can't be passed off as another
     */
    byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
        return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed with another key, by another version, for another purpose, or was changed */
    byte[] open(String purpose, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("sealed by another version");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length));
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(new byte[] {VERSION});
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what the session holds can't be sealed or opened", e);
        }
    }

    private static byte[] write(Credentials credentials) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (credentials) {
                case Credentials.Password password -> {
                    out.writeByte(PASSWORD);
                    write(out, password.username());
                    write(out, password.secret());
                }
                case Credentials.Token token -> {
                    out.writeByte(TOKEN);
                    write(out, token.username());
                    write(out, token.accessToken());
                    write(out, Objects.requireNonNullElse(token.refreshToken(), ""));
                    out.writeLong(token.received().toEpochMilli());
                    out.writeLong(token.expires().toEpochMilli());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Credentials read(byte[] plain) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            if (in.readByte() == PASSWORD) {
                return new Credentials.Password(text(in), text(in));
            }
            String username = text(in);
            String access = text(in);
            String refresh = text(in);
            return new Credentials.Token(
                    username,
                    access,
                    refresh.isEmpty() ? null : refresh,
                    Instant.ofEpochMilli(in.readLong()),
                    Instant.ofEpochMilli(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not as {@code writeUTF} does it, which ends at 64 KB. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
