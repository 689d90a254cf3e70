package oriel.imap;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.Folder;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;

/** What Oriel takes folders for, on servers that tell little. */
class FolderKindsTest {

    private WrongServer server;
    private Adapter adapter;

    @BeforeEach
    void start() throws Exception {
        server = new WrongServer();
        adapter = new Adapter(MailServer.config(server.port()));
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        server.close();
    }

    /** Folders as {@code \Attribute name}, listed by a server with this delimiter. */
    private List<Folder> folders(String delimiter, String... listed) {
        Stream<String> lines = Arrays.stream(listed).map(each -> {
            String attributes = each.startsWith("\\") ? each.substring(0, each.indexOf(' ')) : "";
            String name = attributes.isEmpty() ? each : each.substring(attributes.length() + 1);
            return "* LIST (" + attributes + ") \"" + delimiter + "\" \"" + BASE64MailboxEncoder.encode(name) + "\"";
        });
        server.answering(
                "LIST",
                Stream.concat(lines, Stream.of("* LIST () \"" + delimiter + "\" INBOX", "TAG OK done"))
                        .toArray(String[]::new));
        return adapter.signIn(server.account()).folders();
    }

    private static List<String> special(List<Folder> folders) {
        return folders.stream()
                .filter(each -> each.use() != SpecialUse.NONE && each.use() != SpecialUse.INBOX)
                .map(each -> each.use() + " " + each.path().value())
                .toList();
    }

    private static List<String> hidden(List<Folder> folders) {
        return folders.stream()
                .filter(each -> !each.mail())
                .map(each -> each.path().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Drafts, Sent Items, Archive, Junk Email, Deleted Items",
        "Drafts, Sent Messages, Archive, Junk, Deleted Messages",
        "Entwürfe, Gesendete Elemente, Archiv, Junk-E-Mail, Gelöschte Elemente",
        "Brouillons, Éléments envoyés, Archive, Courrier indésirable, Éléments supprimés",
        "Borradores, Elementos enviados, Archivo, Correo no deseado, Elementos eliminados",
        "Bozze, Posta inviata, Archivio, Posta indesiderata, Posta eliminata",
        "Rascunhos, Itens Enviados, Arquivo Morto, Lixo Eletrônico, Itens Excluídos",
        "Concepten, Verzonden items, Archief, Ongewenste e-mail, Verwijderde items",
        "Kladder, Sendt post, Arkiv, Uønsket mail, Slettet post",
        "Utkast, Skickat, Arkiv, Skräppost, Borttaget",
        "Utkast, Sendte elementer, Arkiv, Søppelpost, Slettede elementer",
        "Luonnokset, Lähetetyt, Arkisto, Roskaposti, Poistetut",
        "Wersje robocze, Elementy wysłane, Archiwum, Wiadomości-śmieci, Elementy usunięte",
        "Koncepty, Odeslaná pošta, Archiv, Nevyžádaná pošta, Odstraněná pošta",
    })
    void knowsFoldersByTheirNames(String drafts, String sent, String archive, String junk, String trash) {
        assertThat(special(folders("/", drafts, sent, archive, junk, trash)))
                .containsExactly(
                        "DRAFTS " + drafts, "SENT " + sent, "ARCHIVE " + archive, "JUNK " + junk, "TRASH " + trash);
    }

    @Test
    void knowsNamesWithoutRegardToCaseAndToHowAccentsAreWritten() {
        String composed = Normalizer.normalize("ÉLÉMENTS  ENVOYÉS", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize("gelöschte elemente", Normalizer.Form.NFD);

        assertThat(special(folders("/", composed, decomposed)))
                .containsExactly("SENT " + composed, "TRASH " + decomposed);
    }

    @Test
    void knowsFoldersThatAServerKeepsInTheInbox() {
        assertThat(special(folders(".", "INBOX.Sent", "INBOX.Papierkorb", "INBOX.Projects", "INBOX.Projects.Drafts")))
                .containsExactly("SENT INBOX.Sent", "TRASH INBOX.Papierkorb");
    }

    @Test
    void leavesFoldersInSomebodysOwnOrderAlone() {
        assertThat(special(folders("/", "Project", "Project/Trash", "Project/Sent", "INBOX/Old/Drafts")))
                .isEmpty();
    }

    @Test
    void believesTheServersMarksBeforeTheNames() {
        assertThat(special(folders("/", "Sent", "\\Sent Was raus ist", "Trash", "\\Trash Weg", "\\Archive Drafts")))
                .containsExactly("SENT Was raus ist", "ARCHIVE Drafts", "TRASH Weg");
    }

    @Test
    void takesOneFolderOfEachKind() {
        assertThat(special(folders("/", "\\Sent B", "\\Sent A", "Deleted Items", "Trash", "INBOX/Junk", "Spam")))
                .containsExactly("SENT B", "JUNK Spam", "TRASH Trash");
    }

    @Test
    void prefersTheLanguageOfTheOtherFolders() {
        assertThat(special(folders("/", "Sent", "Gesendet", "Entwürfe", "Papierkorb")))
                .containsExactly("DRAFTS Entwürfe", "SENT Gesendet", "TRASH Papierkorb");
    }

    @Test
    void takesNoViewOfGmailForAFolder() {
        assertThat(special(folders(
                        "/",
                        "\\All [Gmail]/Archive",
                        "\\Flagged [Gmail]/Starred",
                        "\\Important [Gmail]/Important",
                        "\\Sent [Gmail]/Sent Mail",
                        "[Gmail]/Trash")))
                .containsExactly("SENT [Gmail]/Sent Mail", "TRASH [Gmail]/Trash");
    }

    @Test
    void listsTheInboxOnceHoweverItIsWritten() {
        assertThat(folders("/", "Inbox", "Inbox/Old"))
                .extracting(each -> each.path().value())
                .containsExactly("INBOX", "Inbox/Old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Calendar,Contacts,Tasks,Notes,Journal,Outbox,Sync Issues,Conversation History,RSS Feeds",
                "Kalender,Kontakte,Aufgaben,Notizen,Journal,Postausgang,Synchronisierungsprobleme,RSS-Feeds",
                "Calendrier,Contacts,Tâches,Notes,Journal,Boîte d’envoi,Problèmes de synchronisation,Flux RSS",
                "Calendario,Contactos,Tareas,Notas,Diario,Bandeja de salida,Problemas de sincronización,Fuentes RSS",
                "Calendario,Contatti,Attività,Note,Diario,Posta in uscita,Cronologia conversazioni,Feed RSS",
                "Calendário,Contatos,Tarefas,Anotações,Diário,Caixa de Saída,Histórico de Conversa",
                "Agenda,Contactpersonen,Taken,Notities,Logboek,Postvak UIT,Gespreksgeschiedenis,RSS-feeds",
                "Kalender,Kontakter,Opgaver,Noter,Journal,Udbakke,Synkroniseringsproblemer,RSS-feeds",
                "Kalender,Kontakter,Uppgifter,Anteckningar,Journal,Utkorgen,Konversationshistorik,RSS-flöden",
                "Kalender,Kontakter,Oppgaver,Notater,Logg,Utboks,Samtalelogg,RSS-feeder",
                "Kalenteri,Yhteystiedot,Tehtävät,Muistilaput,Päiväkirja,Lähtevät,RSS-syötteet",
                "Kalendarz,Kontakty,Zadania,Notatki,Dziennik,Skrzynka nadawcza,Historia konwersacji,Kanały RSS",
                "Kalendář,Kontakty,Úkoly,Poznámky,Deník,Pošta k odeslání,Historie konverzací,Kanály RSS",
            })
    void hidesWhatExchangeListsBesideMail(String names) {
        String[] listed = Stream.concat(Stream.of("\\Trash Weg", "Calendar 2024"), Arrays.stream(names.split(",")))
                .toArray(String[]::new);

        assertThat(hidden(folders("/", listed))).containsExactlyInAnyOrder(names.split(","));
    }

    @Test
    void hidesWhatIsInsideToo() {
        assertThat(hidden(folders("/", "\\Trash Trash", "Sync Issues", "Sync Issues/Conflicts", "INBOX/Notes")))
                .containsExactly("Sync Issues", "Sync Issues/Conflicts");
    }

    @Test
    void showsAFolderThatIsCalledLikeOneOfAnotherLanguage() {
        assertThat(hidden(folders("/", "\\Trash Papierkorb", "Kalender", "Kontakte", "Aufgaben", "Notizen", "Agenda")))
                .doesNotContain("Agenda")
                .hasSize(4);
    }

    @Test
    void hidesThemOnAnExchangeThatMarksNothing() {
        assertThat(hidden(folders("/", "Sent Items", "Calendar", "Contacts", "Tasks", "Journal")))
                .hasSize(4);
    }

    @Test
    void showsTheUsersOwnNotesElsewhere() {
        assertThat(hidden(folders("/", "Notes", "Tasks", "Sent"))).isEmpty();
    }

    @Test
    void hidesNothingWhereTheServerSaysThatItMarksFolders() {
        server.answeringLines("OK [CAPABILITY IMAP4rev1 SPECIAL-USE] done");
        assertThat(hidden(folders("/", "\\Trash Trash", "Notes", "Calendar", "Contacts", "Tasks")))
                .isEmpty();
    }
}
