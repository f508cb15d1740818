package dev.vigil.connectors.mail;

import dev.vigil.connectors.mail.mime.Charsets;
import dev.vigil.connectors.mail.mime.Part;
import dev.vigil.connectors.mail.text.VisibleText;
import dev.vigil.core.fact.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Walks a mail's parts: which are shown, which are attached, which are invitations. */
final class Content {
    private static final int MAX_ATTACHMENTS = 200;
    private static final int MAX_CALENDARS = 20;
    private static final int MAX_CALENDAR = 1024 * 1024;
    private static final int MAX_HTML = 2 * 1024 * 1024;
    private static final int MAX_TEXT_PARTS = 100;
    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");
    private static final Pattern METHOD = Pattern.compile("(?im)^METHOD[ \\t]*:[ \\t]*([A-Z-]{3,20})");

    private static final Pattern CONTENT_ID = Pattern.compile("(?i)cid:([^\\s\"')>]{1,250})");

    /** Parts of the machinery of mail; nobody calls them attachments. */
    private static final Set<String> MACHINERY = Set.of(
            "application/pgp-signature",
            "application/pgp-encrypted",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "message/delivery-status",
            "message/global-delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "text/rfc822-headers",
            "text/x-amp-html");

    private final VisibleText visible;
    private final List<Document> documents = new ArrayList<>();
    private final List<Part> attached = new ArrayList<>();
    private final List<Calendar> calendars = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private int textParts;

    /** A text/calendar part; {@code method} is upper case, empty when there is none. */
    record Calendar(String text, String method) {}

    private Content(boolean answers) {
        visible = new VisibleText(answers);
    }

    static Content read(Part message, boolean answers) {
        Content content = new Content(answers);
        content.walk(message);
        content.sortAttached();
        return content;
    }

    private void walk(Part part) {
        if (part.is("multipart/alternative")) {
            alternative(part);
        } else if (part.isMultipart()) {
            part.children().forEach(this::walk);
        } else {
            leaf(part);
        }
    }

    /** The last alternative that is HTML wins; the plain one is read only if it shows nothing. Calendars are no text. */
    private void alternative(Part part) {
        List<Part> texts = new ArrayList<>();
        for (Part child : part.children()) {
            if (isText(child) || holdsHtml(child)) {
                texts.add(child);
            } else {
                walk(child);
            }
        }
        Collections.reverse(texts);
        texts.sort(Comparator.comparing(Content::holdsHtml).reversed());
        for (int i = 0; i < texts.size() && !show(texts.get(i)); i++) {
            continue;
        }
        texts.stream().filter(Part::isMultipart).forEach(this::walkPictures);
    }

    private boolean show(Part part) {
        if (!part.isMultipart()) {
            return text(part);
        }
        boolean shown = false;
        for (Part child : part.children()) {
            shown |= isText(child) || holdsHtml(child) ? show(child) : false;
        }
        return shown;
    }

    private void walkPictures(Part part) {
        for (Part child : part.children()) {
            if (!isText(child) && !holdsHtml(child)) {
                walk(child);
            } else if (child.isMultipart()) {
                walkPictures(child);
            }
        }
    }

    private static boolean holdsHtml(Part part) {
        return part.isMultipart()
                ? part.children().stream().anyMatch(Content::holdsHtml)
                : isText(part) && isHtml(part);
    }

    private static boolean isHtml(Part part) {
        return part.is("text/html") || part.is("application/xhtml+xml");
    }

    private static boolean isText(Part part) {
        boolean shown = isHtml(part)
                || part.is("text/plain")
                || part.is("text/enriched")
                || part.is("text/richtext")
                || part.is("text/markdown");
        boolean inline = !part.disposition().equals("attachment");
        return !part.isMultipart() && shown && inline && (part.fileName().isEmpty() || isHtml(part));
    }

    private void leaf(Part part) {
        if (part.is("text/calendar") || part.is("application/ics")) {
            calendar(part);
        } else if (isText(part)) {
            text(part);
        } else if (!MACHINERY.contains(part.type().value()) && !isReturned(part)) {
            attached.add(part);
        }
    }

    /** The message that a report is about comes back with it. */
    private static boolean isReturned(Part part) {
        return part.within().equals("multipart/report") && part.type().value().startsWith("message/");
    }

    private boolean text(Part part) {
        if (textParts++ >= MAX_TEXT_PARTS) {
            leftOut.add("has more than " + MAX_TEXT_PARTS + " text parts; the others were not read");
            return true;
        }
        if (isHtml(part) || part.is("text/enriched") || part.is("text/richtext")) {
            Document document = Jsoup.parse(html(part));
            documents.add(document);
            return visible.html(document);
        }
        boolean flowed = "flowed".equalsIgnoreCase(part.type().parameter("format"));
        boolean delSp = "yes".equalsIgnoreCase(part.type().parameter("delsp"));
        Uuencoded.Split split = Uuencoded.split(part.text());
        split.files().forEach(this::attach);
        return visible.plain(split.text(), flowed, delSp);
    }

    private String html(Part part) {
        String html = part.text();
        if (part.type().parameter("charset") == null) {
            byte[] bytes = part.content();
            String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
            Matcher meta = META_CHARSET.matcher(start);
            html = meta.find() ? Charsets.decode(bytes, meta.group(1)) : html;
        }
        if (html.length() > MAX_HTML) {
            leftOut.add("has HTML longer than " + MAX_HTML + " characters; the rest was not read");
        }
        return html.substring(0, Math.min(html.length(), MAX_HTML));
    }

    private void calendar(Part part) {
        boolean attachedFile = part.disposition().equals("attachment");
        if (attachedFile) {
            attached.add(part);
        }
        byte[] content = part.content();
        if (calendars.size() >= MAX_CALENDARS || content.length > MAX_CALENDAR) {
            leftOut.add("has more or longer calendar parts than are read");
            return;
        }
        String text = Charsets.decode(content, part.type().parameter("charset"));
        Matcher written = METHOD.matcher(text);
        String method = part.type().parameter("method");
        String upper = (method != null ? method : written.find() ? written.group(1) : "").toUpperCase(Locale.ROOT);
        boolean known = calendars.stream().anyMatch(calendar -> calendar.text().equals(text));
        if (!known) {
            calendars.add(new Calendar(text, upper));
        }
    }

    private void sortAttached() {
        Set<String> drawn = drawn();
        for (Part part : attached) {
            if (!isInlinePicture(part, drawn)) {
                attach(new Attachment(name(part), part.type().value(), part.content().length));
            }
        }
    }

    private void attach(Attachment attachment) {
        if (attachments.size() < MAX_ATTACHMENTS) {
            attachments.add(attachment);
        }
    }

    private static boolean isInlinePicture(Part part, Set<String> drawn) {
        boolean picture = part.type().value().startsWith("image/");
        boolean shown = drawn.contains(part.contentId());
        boolean related =
                part.within().equals("multipart/related") && !part.contentId().isEmpty();
        return shown
                || picture
                        && (part.disposition().equals("inline")
                                || related && !part.disposition().equals("attachment"));
    }

    /** The Content-IDs that the shown HTML draws, in lower case. */
    private Set<String> drawn() {
        Set<String> ids = new HashSet<>();
        for (Document document : documents) {
            for (Element element : document.select("[src^=cid:], [background^=cid:], [style*=cid:]")) {
                Matcher id = CONTENT_ID.matcher(
                        element.attr("src") + " " + element.attr("background") + " " + element.attr("style"));
                while (id.find()) {
                    ids.add(id.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return ids;
    }

    private static String name(Part part) {
        if (!part.fileName().isEmpty()) {
            return part.fileName();
        }
        if (part.type().value().startsWith("message/")) {
            return "message.eml";
        }
        return part.type().value().replace('/', '.');
    }

    String text() {
        return visible.current();
    }

    /** The HTML parts that are shown. */
    List<Document> documents() {
        return documents;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<Calendar> calendars() {
        return calendars;
    }

    List<String> leftOut() {
        return leftOut;
    }
}
