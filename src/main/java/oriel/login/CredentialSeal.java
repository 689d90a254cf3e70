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
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import oriel.account.Credentials;
import oriel.account.SessionKey;

/**
 * Encrypts credentials for the session, which may be written to disk or handed to another node: AES-256-GCM (NIST SP
 * 800-38D) with a fresh nonce each time and a key that is in no session.
 */
@ApplicationScoped
public class CredentialSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PASSWORD = 1;
    private static final int TOKEN = 2;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    @Inject
    public CredentialSeal(SessionKey key) {
        this.key = key.aes();
    }

    /** Nonce, then what was encrypted. */
    byte[] seal(Credentials credentials) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, write(credentials));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed with another key or was changed */
    Credentials open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return read(crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length)));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the session's credentials can't be sealed or opened", e);
        }
    }

    private static byte[] write(Credentials credentials) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(credentials instanceof Credentials.Token ? TOKEN : PASSWORD);
            out.writeUTF(credentials.username());
            switch (credentials) {
                case Credentials.Password password -> out.writeUTF(password.secret());
                case Credentials.Token token -> out.writeUTF(token.accessToken());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Credentials read(byte[] plain) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            int kind = in.readByte();
            String username = in.readUTF();
            String secret = in.readUTF();
            return kind == TOKEN ? new Credentials.Token(username, secret) : new Credentials.Password(username, secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
