package dev.vigil.connectors.health;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Streams an Apple Health {@code export.xml} of any size. A broken element is refused and reading goes on behind it; a
 * file that ends in the middle gives what stands before. The DTD is never looked at and no entity is resolved.
 */
final class AppleExport {
    private static final int DEEPEST = 64;

    private final XMLInputFactory factory = factory();
    private final Intake intake;
    private final String document;
    private final AppleBytes bytes;
    private final AppleElements elements;
    private XMLStreamReader xml;
    private int depth;

    private AppleExport(InputStream in, String document, Intake intake) {
        this.intake = intake;
        this.document = document;
        this.bytes = new AppleBytes(in);
        this.elements = new AppleElements(intake);
    }

    /** Reads all records; throws only if the disk fails. */
    static void read(InputStream in, String document, Intake intake) throws IOException {
        new AppleExport(in, document, intake).read();
    }

    private void read() throws IOException {
        intake.enter(
                document, () -> bytes.line(xml == null ? 1 : xml.getLocation().getLineNumber()));
        try {
            boolean more = bytes.toRoot();
            while (more) {
                more = fragment();
            }
        } catch (IOException e) {
            intake.refuse(Damage.clause(e));
        }
    }

    /** Reads up to the end or the first error; true if there is more to read behind the error. */
    private boolean fragment() throws IOException {
        depth = 0;
        try {
            xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.END_DOCUMENT) {
                    return false;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            return recover(e);
        }
    }

    private void element() throws IOException {
        bytes.element();
        if (++depth > DEEPEST) {
            throw new Unreadable("nests elements deeper than " + DEEPEST);
        }
        switch (xml.getLocalName()) {
            case "Record" -> elements.record(xml);
            case "Workout" -> elements.workout(xml);
            default -> {
                // what no watch can ask for
            }
        }
    }

    private boolean recover(XMLStreamException e) throws IOException {
        if (bytes.failure() != null) {
            throw bytes.failure();
        }
        Location place = e.getLocation() == null ? xml.getLocation() : e.getLocation();
        long offset = place.getCharacterOffset();
        int line = place.getLineNumber();
        close();
        if (bytes.ended()) {
            intake.refuse(bytes.line(line), "ends in the middle; what stands before was taken");
            return false;
        }
        if (depth != 1 || !bytes.atEndTag(offset)) {
            intake.refuse(bytes.line(line), "is not well-formed XML here; reading goes on at the next record");
        }
        return bytes.toNextRecord(offset, line);
    }

    private void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("closing a reader that owns no stream", e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }
}
