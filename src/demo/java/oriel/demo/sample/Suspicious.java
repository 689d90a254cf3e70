package oriel.demo.sample;

import java.util.List;
import java.util.Map;

/** What nobody asked for: phishing, junk, and a message that came back. */
final class Suspicious {

    private final Mailbox box;

    Suspicious(Mailbox box) {
        this.box = box;
    }

    void file() {
        phishing();
        junk(
                15,
                "Mr. Percival Goldworthy",
                "percival@estate.example.net",
                "Inheritance of GBP 4,500,000",
                "I am the lawyer of a late cousin of yours. He left you a calculating machine made of gold. To transport it I need only your bank details.");
        junk(
                11,
                "Prize Department",
                "winner@lottery.example.net",
                "YOU HAVE WON!!! Ticket 00017",
                "Congratulations! Your mail address was drawn. Answer with your password to claim your PRIZE.");
        junk(
                6,
                "SEO Experts",
                "hello@seo.example.net",
                "Quick question about your website",
                "I had a look at your website and it is not on page 1. Do you have 15 minutes this week?");
        junk(
                3,
                "Dr. Vital",
                "shop@pills.example.net",
                "Your memory, doubled",
                "Our capsules double the memory of man and machine. No side effects that we can remember.");
        bounce();
    }

    /** The words say one address, the link leads to another; the sender's name is an address as well. */
    private void phishing() {
        String html = """
                <div style="font-family:Segoe UI,Arial;max-width:560px">
                <table width="100%%" bgcolor="#0067b8"><tr><td style="padding:14px;color:#fff;font-size:20px">Mail Security Center</td></tr></table>
                <p>Dear user <b>%s</b>,</p>
                <p>your mailbox is <span style="color:red">99.8%% full</span>. Incoming messages will be <u>deleted within 24 hours</u>.</p>
                <p><a href="http://oriel.test.login.example.net/verify?user=%s">https://mail.oriel.test/settings/storage</a></p>
                <form action="http://oriel.test.login.example.net/collect" method="post">Password: <input type="password" name="p"><input type="submit" value="Keep my messages"></form>
                <p style="color:#fff;font-size:1px">report meeting minutes agenda invoice</p>
                <img src="http://oriel.test.login.example.net/seen.gif?user=%s" width="1" height="1"></div>
                """.formatted(
                box.owner().address(), box.owner().address(), box.owner().address());
        Person sender = new Person("support@oriel.test", "no-reply@login.example.net");
        for (String folder : new String[] {Mailbox.INBOX, Mailbox.JUNK}) {
            int days = folder.equals(Mailbox.INBOX) ? 5 : 13;
            Mail mail = box.mailToOwner(sender, box.time(days, 3, 14), "⚠ Action required: your mailbox is almost full")
                    .header("Reply-To", "storage@collect.example.net")
                    .header("Authentication-Results", "mx.oriel.test; spf=fail; dkim=none; dmarc=fail")
                    .body(Part.html(html));
            box.file(folder, mail, Mark.UNREAD);
        }
    }

    private void junk(int days, String name, String address, String subject, String text) {
        Mail mail = box.mailToOwner(new Person(name, address), box.time(days, 4, 20 + days), subject)
                .body(Part.alternative(
                        Part.text(text + "\n"),
                        Part.html("<p><font size=\"4\" color=\"#aa0000\">" + text + "</font></p>")));
        box.file(Mailbox.JUNK, mail, Mark.UNREAD);
    }

    /** A delivery status notification (RFC 3464). */
    private void bounce() {
        String lost = "marry@somerville.example.org";
        Mail original = box.mail(box.owner(), box.time(26, 15, 2))
                .to(new Person("Mary Somerville", lost))
                .subject("Saturn")
                .body(Part.text("Dear Mary,\n\nis it too late to come and see the rings?\n\nAda\n"));
        Part report = Part.multi(
                "multipart/report; report-type=delivery-status",
                Part.text("Your message could not be delivered to " + lost
                        + ":\n\n550 5.1.1 there is no such address here.\n"),
                Part.of(
                        "message/delivery-status",
                        "Reporting-MTA: dns; mx.oriel.test\n\nFinal-Recipient: rfc822; " + lost
                                + "\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such address\n"),
                new Part("message/rfc822", Map.of(), original.source(), List.of()));
        Person daemon = new Person("Mail Delivery System", "mailer-daemon@oriel.test");
        box.file(Mailbox.SENT, original);
        box.file(
                Mailbox.INBOX,
                box.mailToOwner(daemon, box.time(26, 15, 3), "Undelivered Mail Returned to Sender")
                        .answering(original)
                        .header("Auto-Submitted", "auto-replied")
                        .body(report));
    }
}
