package oriel.push;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import oriel.mail.AccountId;
import oriel.mail.FolderWatch;

/** A watch that only writes down for whom it began, once for each page that is open. */
final class Watched implements FolderWatch {

    final List<AccountId> accounts = new ArrayList<>();

    @Override
    public void begin(AccountId account) {
        accounts.add(account);
    }

    @Override
    public void end(AccountId account) {
        if (!accounts.remove(account)) {
            throw new IllegalStateException("ended more often than begun");
        }
    }

    /** This one as CDI hands it out. */
    @SuppressWarnings("unchecked")
    Instance<FolderWatch> instance() {
        return (Instance<FolderWatch>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forEach")) {
                        ((Consumer<FolderWatch>) arguments[0]).accept(this);
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
