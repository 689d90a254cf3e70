package oriel.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail made quick enough for folders of thousands. It asks a folder for the list of all its UIDs once for each
 * message it holds, at every FETCH, and the folder makes that list anew each time: two seconds at 5,000 messages. Here
 * the list is kept until messages come or go.
 */
final class QuickGreenMail extends PromptGreenMail {

    QuickGreenMail(ServerSetup[] setups) {
        super(setups);
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return super.createServices(setups, new QuickManagers(managers));
    }

    private static final class QuickManagers extends Managers {

        private final Managers managers;
        private final ImapHostManager folders;

        QuickManagers(Managers managers) {
            this.managers = managers;
            this.folders = new QuickFolders(managers.getImapHostManager()).manager();
        }

        @Override
        public ImapHostManager getImapHostManager() {
            return folders;
        }

        @Override
        public UserManager getUserManager() {
            return managers.getUserManager();
        }

        @Override
        public SmtpManager getSmtpManager() {
            return managers.getSmtpManager();
        }
    }

    /** Hands out folders that remember their UIDs. */
    private static final class QuickFolders {

        private final ImapHostManager manager;
        private final Map<MailFolder, MailFolder> known = new ConcurrentHashMap<>();
        private final Map<Object, MailFolder> originals = new ConcurrentHashMap<>();

        QuickFolders(ImapHostManager manager) {
            this.manager = manager;
        }

        ImapHostManager manager() {
            return proxy(ImapHostManager.class, (method, arguments) -> quick(call(manager, method, arguments)));
        }

        private Object quick(Object answer) {
            if (answer instanceof MailFolder folder) {
                return quick(folder);
            }
            if (answer instanceof Collection<?> many && many.stream().allMatch(MailFolder.class::isInstance)) {
                return many.stream().map(folder -> quick((MailFolder) folder)).collect(Collectors.toList());
            }
            return answer;
        }

        private MailFolder quick(MailFolder folder) {
            return known.computeIfAbsent(folder, slow -> {
                Uids uids = new Uids(slow);
                MailFolder quick = proxy(
                        MailFolder.class,
                        (method, arguments) -> method.getName().equals("getMessageUids")
                                ? uids.get()
                                : call(slow, method, unwrapped(arguments)));
                originals.put(quick, slow);
                return quick;
            });
        }

        /** GreenMail moves and copies between folders of its own kind only. */
        private Object @Nullable [] unwrapped(Object @Nullable [] arguments) {
            return arguments == null
                    ? null
                    : Arrays.stream(arguments)
                            .map(argument -> argument instanceof MailFolder
                                    ? originals.getOrDefault(argument, (MailFolder) argument)
                                    : argument)
                            .toArray();
        }
    }

    private static final class Uids {

        private record State(int count, long next, long[] uids) {}

        private final MailFolder folder;
        private volatile State state = new State(-1, -1, new long[0]);

        Uids(MailFolder folder) {
            this.folder = folder;
        }

        long[] get() {
            State now = state;
            int count = folder.getMessageCount();
            long next = folder.getUIDNext();
            if (now.count() != count || now.next() != next) {
                now = new State(count, next, folder.getMessageUids());
                state = now;
            }
            return now.uids();
        }
    }

    @FunctionalInterface
    private interface Call {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> call.answer(method, arguments);
                }));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
