package oriel.servers;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Searching by suggestions, by fields, by what was saved, and elsewhere. */
class SearchIT extends OutlookInBrowser {

    private MailboxView mailbox;
    private Page page;

    /** With a message of somebody who wrote nothing else, indexed. */
    private Locator search() throws IOException {
        ledger.add(
                "INBOX",
                Mails.written("From: Gwendolyn Quux <gwen@quux.example>\r\nTo: ada@oriel.test\r\nSubject: Fourth\r\n"
                        + "Message-ID: <fourth@oriel.test>\r\n\r\nHello.\r\n"));
        mailbox = signIn();
        page = mailbox.page();
        assertThat(mailbox.rows()).hasCount(4);
        page.getByTestId("list-sort").click();
        page.getByTestId("sort-subject").click();
        assertThat(mailbox.rows().first()).containsText("First");
        assertThat(page.locator("#list-note")).isHidden();
        return page.getByTestId("search-input");
    }

    private Locator options() {
        return page.getByTestId("search-option");
    }

    @Test
    void completesWhatIsTypedByTheKeyboard() throws IOException {
        Locator field = search();

        field.pressSequentially("fr");
        assertThat(options()).hasText(new Pattern[] {Pattern.compile("from:.*")});
        assertThat(field).hasAttribute("aria-expanded", "true");
        field.press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", "search-option-0");
        picture(page, "suggestions");
        field.press("Enter");
        assertThat(field).hasValue("from:");
        assertThat(options().filter(new Locator.FilterOptions().setHasText("Quux")))
                .hasCount(1);
        field.pressSequentially("gwen");
        assertThat(options()).hasCount(1);
        field.press("ArrowDown");
        field.press("Tab");

        assertThat(field).hasValue("from:gwen@quux.example ");
        assertThat(field).isFocused();
        assertThat(mailbox.rows()).hasCount(1);
        assertThat(mailbox.rows().first()).containsText("Fourth");
        assertThat(page.getByTestId("search-options")).isHidden();
    }

    @Test
    void forgetsSuggestionsThatComeLate() throws IOException {
        Locator field = search();
        List<Route> held = new ArrayList<>();
        page.route("**/mailbox/suggest?q=su", held::add);

        field.pressSequentially("su");
        page.waitForCondition(() -> held.size() == 1);
        field.pressSequentially("bject:");
        field.fill("is:unr");
        assertThat(options()).hasText(new Pattern[] {Pattern.compile("is:unread.*")});
        held.getFirst().resume();

        page.waitForRequestFinished(() -> {
            field.press("End");
            field.pressSequentially("e");
        });
        assertThat(options()).hasText(new Pattern[] {Pattern.compile("is:unread.*")});
        assertThat(field).hasValue("is:unre");
    }

    @Test
    void leavesEnterAndEscapeToTheFieldWhereNothingIsChosen() throws IOException {
        Locator field = search();

        field.pressSequentially("gwen");
        assertThat(options()).hasCount(1);
        field.press("Escape");
        assertThat(page.getByTestId("search-options")).isHidden();
        assertThat(field).hasValue("gwen");
        field.press("ArrowDown");
        assertThat(options()).hasCount(1);
        field.press("Enter");

        assertThat(field).hasValue("gwen");
        assertThat(page.getByTestId("search-options")).isHidden();
        assertThat(mailbox.rows()).hasCount(1);
        page.getByTestId("search-clear").click();
        field.press("ArrowDown");
        assertThat(options()).hasText(new Pattern[] {Pattern.compile("gwen.*")});
        options().first().click();
        assertThat(field).hasValue("gwen");
        assertThat(mailbox.rows()).hasCount(1);
    }

    @Test
    void writesWhatIsFilledIn() throws IOException {
        Locator field = search();

        field.fill("from:a OR from:b");
        page.getByTestId("search-fields").click();
        assertThat(page.locator("#fields-form [name=words]")).hasValue("from:a OR from:b");
        page.locator("#fields-cancel").click();
        field.fill("subject:fourth in:INBOX -to:bob");
        page.getByTestId("search-fields").click();
        Locator form = page.getByTestId("fields-dialog");
        assertThat(form.locator("[name=subject]")).hasValue("fourth");
        assertThat(form.locator("[name=in]")).hasValue("INBOX");
        assertThat(form.locator("[name=words]")).hasValue("-to:bob");
        form.locator("[name=from]").fill("Gwendolyn Quux");
        form.locator("[name=than]").selectOption("smaller");
        form.locator("[name=size]").fill("2");
        picture(page, "fields");
        page.getByTestId("fields-submit").click();

        assertThat(field).hasValue("from:\"Gwendolyn Quux\" subject:fourth in:INBOX smaller:2M -to:bob");
        assertThat(mailbox.rows()).hasCount(1);
    }

    @Test
    void keepsSearchesAboveTheFolders() throws IOException {
        Locator field = search();
        Locator saved = page.getByTestId("saved-search");

        field.fill("from:gwen");
        assertThat(mailbox.rows()).hasCount(1);
        page.getByTestId("search-save").click();
        page.locator("#save-name").fill("From Gwen");
        page.getByTestId("save-submit").click();
        assertThat(saved).hasText("From Gwen");
        assertThat(page.getByTestId("search-save")).hasAttribute("aria-pressed", "true");
        page.getByTestId("search-clear").click();
        assertThat(mailbox.rows()).hasCount(4);
        page.reload();
        saved.click();

        assertThat(mailbox.rows()).hasCount(1);
        assertThat(saved).hasAttribute("aria-current", "page");
        picture(page, "saved");
        saved.hover();
        page.getByTestId("saved-rename").click();
        page.locator("#save-name").fill("Gwen");
        page.locator("#save-name").press("Enter");
        assertThat(saved).hasText("Gwen");
        saved.hover();
        page.getByTestId("saved-delete").click();
        assertThat(saved).hasCount(0);
        page.getByTestId("toast").locator("button").click();
        assertThat(saved).hasText("Gwen");
    }

    @Test
    void searchesElsewhereWhatIsNotHere() throws IOException {
        Locator field = search();
        page.getByTestId("folder")
                .filter(new Locator.FilterOptions().setHasText("Sent"))
                .click();
        assertThat(page.locator("#list-empty")).isVisible();

        field.fill("gwen");
        page.getByTestId("search-everywhere").click();

        assertThat(mailbox.rows()).hasCount(1);
        assertThat(page.getByTestId("search-everywhere")).isHidden();
        assertThat(page.getByTestId("search-scope")).hasValue("all");
        field.fill("in:inbox first");
        page.getByTestId("search-scope").selectOption("folder");
        assertThat(mailbox.rows().first()).containsText("First");
    }

    @Test
    void saysWhatWasSearchedForInVainAndLeadsBack() throws IOException {
        Locator field = search();
        Locator empty = page.locator("#list-empty");

        field.fill("zebras <b>");
        assertThat(empty).containsText("\u201czebras <b>\u201d");
        page.getByTestId("empty-search-clear").click();
        assertThat(field).hasValue("");
        assertThat(empty).isHidden();

        field.fill("(first");
        assertThat(page.locator("#list-note")).containsText("\u201c(first\u201d");
        assertThat(mailbox.rows().first()).containsText("First");
    }
}
