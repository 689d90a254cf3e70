package oriel.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.account.Credentials;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicServersTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @ParameterizedTest
    @EnumSource(names = {"IMPLICIT", "STARTTLS"})
    void neverConnectsToThisComputerBecauseAStrangersDnsSaysSo(Tls tls) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Server server = new Server("localhost", listening.getLocalPort(), tls, true);
            SmtpSender sender = Senders.to(server, ADA, new Credentials.Password("ada@oriel.test", "secret"));

            assertThatThrownBy(() -> sender.send(ADA, draft())).isInstanceOf(MailException.ServerUnreachable.class);

            assertThat(firstCaller(listening)).isEqualTo("somebody else");
        }
    }

    private static Draft draft() {
        Address ada = new Address("", ADA.value());
        return new Draft(
                "<1@oriel.test>", ada, List.of(ada), List.of(), List.of(), "", "", "Hello", "", List.of(), List.of());
    }

    private static String firstCaller(ServerSocket listening) throws IOException {
        try (Socket other = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket first = listening.accept()) {
            return first.getPort() == other.getLocalPort() ? "somebody else" : "Oriel";
        }
    }
}
