package oriel.account;

import java.io.Serializable;
import oriel.account.ServerConfig.Server;

/**
 * The servers of a mail domain.
 *
 * @param imap where mail is read
 * @param smtp where mail is sent
 * @param login which part of an address these servers know people by
 */
public record MailServers(Server imap, Server smtp, LoginName login) implements Serializable {

    /** What is sent as the user name. */
    public enum LoginName {
        /** The whole address, as it was typed. */
        ADDRESS,
        /** What stands before the {@code @}. */
        LOCAL;

        /** The user name for an address. */
        public String of(String address) {
            int at = address.lastIndexOf('@');
            return this == ADDRESS || at < 0 ? address : address.substring(0, at);
        }
    }
}
