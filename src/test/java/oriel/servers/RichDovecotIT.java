package oriel.servers;

class RichDovecotIT extends ContractOnServer {

    @Override
    protected int port() {
        return servers.rich().imaps();
    }
}
