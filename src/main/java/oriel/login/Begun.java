package oriel.login;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;

/**
 * A sign-in that was begun: what the browser brings back has to fit it.
 *
 * @param next where to go afterwards, an address of this application
 * @param account whose page asks to sign in again; empty for a sign-in that leaves its page
 * @param callback where the provider sends the browser to, the same when the code is redeemed
 */
record Begun(State state, Nonce nonce, CodeVerifier verifier, Instant at, String next, String account, URI callback) {

    static Begun now(String next, String account, URI callback) {
        return new Begun(new State(), new Nonce(), new CodeVerifier(), Instant.now(), next, account, callback);
    }

    boolean isAgain() {
        return !account.isEmpty();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(state.getValue());
            out.writeUTF(nonce.getValue());
            out.writeUTF(verifier.getValue());
            out.writeLong(at.toEpochMilli());
            out.writeUTF(next);
            out.writeUTF(account);
            out.writeUTF(callback.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Begun of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Begun(
                    new State(in.readUTF()),
                    new Nonce(in.readUTF()),
                    new CodeVerifier(in.readUTF()),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readUTF(),
                    in.readUTF(),
                    URI.create(in.readUTF()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Begun[...]";
    }
}
