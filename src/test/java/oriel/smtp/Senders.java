package oriel.smtp;

import java.time.Duration;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.account.SignedInAccounts;
import oriel.fixture.Tokens;
import oriel.mail.AccountId;
import oriel.mime.MessageWriter;

/** Senders for servers of tests. */
final class Senders {

    private Senders() {}

    static SmtpSender to(int port, Tls tls, AccountId account, Credentials credentials) {
        return to(new Server("localhost", port, tls), account, credentials);
    }

    static SmtpSender to(Server server, AccountId account, Credentials credentials) {
        Duration patience = Duration.ofSeconds(2);
        ServerConfig config = new ServerConfig(server, server, patience, patience, 3, patience, patience);
        SignedInAccounts accounts = new SignedInAccounts(null);
        accounts.signedIn(new Account(account, credentials));
        return new SmtpSender(config, Tokens.renewing(accounts), new MessageWriter());
    }
}
