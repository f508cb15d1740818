package dev.vigil.connectors.health;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams FHIR JSON of any size (hl7.org/fhir, R4 and R5; DSTU 2 and STU 3 write the same fields): a Bundle, a resource, an
 * array of resources, or one resource a line. Of each resource only the few fields that a sample needs are held in memory;
 * resources other than Observation are passed over.
 *
 * <p>Why not HAPI FHIR: its context alone takes more than a second to start and its parser holds a whole Bundle; the dozen
 * fields that are read here are the same in every release.
 */
final class FhirReader {
    private static final int DEEPEST_BUNDLE = 4;
    private static final int LARGEST_FIELD = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxNumberLength(100)
                            .maxStringLength(LARGEST_FIELD)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            // A field is read as a tree out of the middle of the document.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Intake intake;
    private final ZoneId zone;
    private long firstLine = 1;
    private long line = 1;
    private Guarded bytes;

    private FhirReader(Intake intake, ZoneId zone) {
        this.intake = intake;
        this.zone = zone;
    }

    /** @throws IOException only if the disk fails */
    static void read(InputStream in, String document, Intake intake, ZoneId zone) throws IOException {
        FhirReader reader = new FhirReader(intake, zone);
        intake.enter(document, () -> reader.line);
        reader.document(in);
    }

    /** One resource a line: a broken line costs that line only. */
    static void readLines(InputStream in, String document, Intake intake, ZoneId zone) throws IOException {
        FhirReader reader = new FhirReader(intake, zone);
        intake.enter(document, () -> reader.line);
        Lines lines = new Lines(in);
        try {
            for (byte[] text = lines.next(); text != null; text = lines.next()) {
                reader.firstLine = lines.number();
                reader.line = reader.firstLine;
                if (text.length == 0 && lines.tooLong()) {
                    intake.refuse("is a line longer than 16 MB");
                } else if (text.length > 0) {
                    reader.document(new ByteArrayInputStream(text));
                }
            }
        } catch (IOException e) {
            reader.line = lines.number();
            intake.refuse(Damage.clause(e));
        }
    }

    private void document(InputStream in) throws IOException {
        bytes = new Guarded(in);
        try (JsonParser json = JSON.createParser(bytes)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    resource(json, 0);
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    at(json);
                    intake.refuse("is no FHIR resource");
                }
            }
        } catch (JacksonException e) {
            if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
                line = firstLine + e.getLocation().getLineNr() - 1;
            }
            intake.refuse(
                    bytes.failure() == null
                            ? "is no JSON that can be read on; what stands before was taken"
                            : Damage.clause(bytes.failure()));
        }
    }

    private void resource(JsonParser json, int depth) {
        FhirObservation observation = new FhirObservation(intake, zone);
        at(json);
        long start = line;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("entry") && json.currentToken() == JsonToken.START_ARRAY && depth < DEEPEST_BUNDLE) {
                entries(json, depth);
            } else if (FhirObservation.needs(field)) {
                bytes.bound(LARGEST_FIELD, "has a resource with a field larger than 1 MB");
                observation.put(field, JSON.readTree(json));
                bytes.free();
            } else {
                json.skipChildren();
            }
        }
        line = start;
        observation.report();
    }

    private void entries(JsonParser json, int depth) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean resource = json.currentName().equals("resource");
                if (json.nextToken() == JsonToken.START_OBJECT && resource) {
                    resource(json, depth + 1);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void at(JsonParser json) {
        line = firstLine + Math.max(1, json.currentTokenLocation().getLineNr()) - 1;
    }
}
