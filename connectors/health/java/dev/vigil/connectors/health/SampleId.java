package dev.vigil.connectors.health;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes the id of a sample: a digest over everything that makes it this sample (metric, start, end, device, value,
 * label) and whether it was taken back. The same sample has the same id in every file and format. Not safe for several
 * threads.
 */
final class SampleId {
    private static final int LENGTH = 15;
    private final MessageDigest digest;
    private final Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    private final ByteBuffer numbers = ByteBuffer.allocate(2 * 12 + 8 + 1);
    private final Map<Metric, byte[]> metrics = new EnumMap<>(Metric.class);

    SampleId() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (Metric metric : Metric.values()) {
            metrics.put(metric, MetricWords.name(metric).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** 20 characters of the URL-safe alphabet. */
    String of(Sample sample) {
        numbers.clear();
        put(sample.start());
        put(sample.end());
        numbers.putDouble(sample.value());
        numbers.put((byte) (sample.retracted() ? 1 : 0));
        digest.update(metrics.get(sample.metric()));
        digest.update(numbers.array(), 0, numbers.position());
        digest.update(sample.device().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(sample.label().getBytes(StandardCharsets.UTF_8));
        return encoder.encodeToString(Arrays.copyOf(digest.digest(), LENGTH));
    }

    private void put(Instant instant) {
        numbers.putLong(instant.getEpochSecond());
        numbers.putInt(instant.getNano());
    }
}
