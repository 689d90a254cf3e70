package oriel.imap;

import java.net.ServerSocket;
import java.time.Duration;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.TlsContract;
import oriel.mail.AccountId;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ImapTlsTest extends TlsContract {

    @Override
    protected Listening serve(ServerSocket listener) {
        return new WrongServer(listener);
    }

    @Override
    protected MailException trouble(int port, Tls tls) throws Exception {
        Server server = new Server("127.0.0.1", port, tls);
        Duration patience = Duration.ofSeconds(5);
        ServerConfig config = new ServerConfig(server, server, patience, patience, 3, patience, patience);
        AccountId ada = new AccountId("ada@oriel.test");
        try (Adapter adapter = new Adapter(config)) {
            Account account = new Account(ada, new Credentials.Password(ada.value(), WrongServer.SECRET));
            return catchThrowableOfType(MailException.class, () -> adapter.check.check(account));
        }
    }
}
