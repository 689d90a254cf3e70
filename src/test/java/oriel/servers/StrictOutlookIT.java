package oriel.servers;

import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

class StrictOutlookIT extends ContractOnServer {

    @Override
    protected int port() {
        return servers.strict().port();
    }

    @AfterEach
    void askedForNothingThatIsNotAnnounced() {
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Override
    protected boolean keepsTags() {
        return false;
    }
}
