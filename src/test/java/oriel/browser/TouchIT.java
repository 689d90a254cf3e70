package oriel.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The list under a finger, on a phone. */
class TouchIT extends BrowserTest {

    private MailboxView phone() {
        for (String each : new String[] {"One", "Two", "Three"}) {
            mailboxes.add(ada, "INBOX", Samples.note(each));
        }
        Page page = browser(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        return login(page).signIn(ada, PASSWORD);
    }

    /** A finger on a row, which stays there until it is lifted. */
    private record Finger(CDPSession session, double x, double y) {

        static Finger on(Locator row) {
            BoundingBox box = row.boundingBox();
            Page page = row.page();
            Finger finger =
                    new Finger(page.context().newCDPSession(page), box.x + box.width / 2, box.y + box.height / 2);
            finger.touch("touchStart", 0);
            return finger;
        }

        void sweep(int by) {
            for (int step = 1; step <= 10; step++) {
                touch("touchMove", by * step / 10.0);
            }
        }

        void lift() {
            touch("touchEnd", 0);
        }

        private void touch(String type, double by) {
            JsonArray points = new JsonArray();
            if (!type.equals("touchEnd")) {
                JsonObject point = new JsonObject();
                point.addProperty("x", x + by);
                point.addProperty("y", y);
                points.add(point);
            }
            JsonObject touch = new JsonObject();
            touch.addProperty("type", type);
            touch.add("touchPoints", points);
            session.send("Input.dispatchTouchEvent", touch);
        }
    }

    @Test
    void sweepsAMessageAwayAndTakesItBack() {
        MailboxView mailbox = phone();
        Finger finger = Finger.on(mailbox.row("Two"));

        finger.sweep(-190);
        assertThat(mailbox.page().locator(".sweep")).hasAttribute("data-does", "delete");
        picture(mailbox.page(), "sweep");
        finger.lift();

        assertThat(mailbox.rows()).hasCount(2);
        // Chromium takes a touch so soon after a sweep for one that only stops it.
        mailbox.page().getByTestId("toast-undo").click();
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void leavesAMessageThatIsSweptOnlyALittle() {
        MailboxView mailbox = phone();
        Finger finger = Finger.on(mailbox.row("Two"));

        finger.sweep(60);
        assertThat(mailbox.page().locator(".sweep")).hasAttribute("data-does", "archive");
        finger.lift();

        assertThat(mailbox.page().locator(".sweep")).hasCount(0);
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void choosesByALongPressAndDoesNotOpen() {
        MailboxView mailbox = phone();

        Finger finger = Finger.on(mailbox.row("Two"));
        assertThat(mailbox.page().locator("#selection-count")).hasText("1");
        finger.lift();
        mailbox.page().getByTestId("selected-archive").tap();

        assertThat(mailbox.rows()).hasCount(2);
    }

    @Test
    void savesASearchWhileItIsTyped() {
        MailboxView mailbox = phone();
        Page page = mailbox.page();
        page.getByTestId("search-input").tap();
        page.getByTestId("search-input").fill("Two");
        assertThat(mailbox.rows()).hasCount(1);

        page.getByTestId("search-save").tap();
        page.getByTestId("save-submit").tap();

        assertThat(page.getByTestId("search-save")).hasAttribute("aria-pressed", "true");
    }
}
