package dev.vigil.connectors.health;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Source;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A file or folder of health data. A file that changed is read again as a whole: its known samples keep their ids. */
final class HealthSource implements Source {
    private final Path place;
    private final HealthOptions options;
    private final InstantSource clock;
    private volatile boolean closed;

    HealthSource(Path place, HealthOptions options, InstantSource clock) {
        this.place = place;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public void look(String cursor, Sink sink) {
        Progress before = Progress.parse(cursor);
        Intake intake = new Intake(sink, new Bounds(clock, options.futureAllowed()), () -> closed);
        long sinceReached = 0;
        try {
            Map<String, HealthFiles.Found> files = files();
            Set<String> done = new LinkedHashSet<>(files.keySet());
            done.retainAll(before.done());
            for (Map.Entry<String, HealthFiles.Found> entry : files.entrySet()) {
                String key = entry.getKey();
                HealthFiles.Found file = entry.getValue();
                if (done.contains(key)) {
                    continue;
                }
                intake.begin(
                        file.shown(),
                        before.known(key),
                        outcomes -> sink.reached(new Progress(done, key, outcomes).toString()));
                if (read(file, intake, sink)) {
                    done.add(key);
                }
                sinceReached += intake.end();
                if (sinceReached >= Intake.CHECKPOINT) {
                    sinceReached = 0;
                    sink.reached(new Progress(done, null, 0).toString());
                }
            }
            if (files.size() >= HealthFiles.MOST) {
                sink.refused(place.toString(), "holds more than " + HealthFiles.MOST + " files");
            }
            sink.reached(new Progress(done, null, 0).toString());
        } catch (Intake.Closed e) {
            // The last cursor that was reached stands; what came after it will come again.
        }
    }

    /** By their keys, in order. */
    private Map<String, HealthFiles.Found> files() {
        try {
            Map<String, HealthFiles.Found> files = new LinkedHashMap<>();
            for (HealthFiles.Found file : HealthFiles.under(place)) {
                files.put(Progress.key(file, options), file);
            }
            return files;
        } catch (IOException e) {
            throw new Trouble(
                    "The health data at " + place + " cannot be read; check that it is there and may be read.", e);
        }
    }

    /** False if the disk failed or forbade it, so that the next look tries again. */
    private boolean read(HealthFiles.Found file, Intake intake, Sink sink) {
        try {
            new HealthFile(intake, options.zone()).read(file.path(), file.shown());
            return true;
        } catch (AccessDeniedException e) {
            sink.refused(file.shown(), "may not be read; change its permissions");
        } catch (IOException e) {
            sink.refused(file.shown(), "cannot be read from the disk; it is tried again at the next look");
        }
        return false;
    }

    @Override
    public void close() {
        closed = true;
    }
}
