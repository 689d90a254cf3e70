package oriel.smtp;

import java.net.ServerSocket;
import java.util.List;
import oriel.account.Credentials;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.TlsContract;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SmtpTlsTest extends TlsContract {

    @Override
    protected Listening serve(ServerSocket listener) {
        return new ScriptedSmtpServer(listener);
    }

    @Override
    protected MailException trouble(int port, Tls tls) {
        AccountId ada = new AccountId("ada@oriel.test");
        Address address = new Address("", ada.value());
        List<Address> nobody = List.of();
        Draft draft = new Draft(
                "<1@oriel.test>", address, List.of(address), nobody, nobody, "Hi", "", "x", "", List.of(), List.of());
        SmtpSender sender = Senders.to(port, tls, ada, new Credentials.Password(ada.value(), "secret"));
        return catchThrowableOfType(MailException.class, () -> sender.send(ada, draft));
    }
}
