package dev.vigil.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log in the home, for whoever mends Vigil: at most six files of 1 MB. A person is never asked to read it. */
final class LogFile {
    private static final String NAME = "file";

    private LogFile() {}

    /** From now on everything that is logged goes into this home's file; {@code VIGIL_LOG} sets how much that is. */
    static void into(Home home, Map<String, String> env) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) instanceof RollingFileAppender<ILoggingEvent> now) {
            if (home.log().toString().equals(now.getFile())) {
                return;
            }
            root.detachAppender(now);
            now.stop();
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %msg%n");
        encoder.start();

        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName(NAME);
        file.setFile(home.log().toString());
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(file);
        window.setFileNamePattern(home.log() + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(5);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("1MB"));
        size.start();
        file.setEncoder(encoder);
        file.setRollingPolicy(window);
        file.setTriggeringPolicy(size);
        file.start();
        root.addAppender(file);
        Level level = Level.toLevel(env.getOrDefault("VIGIL_LOG", ""), Level.WARN);
        root.setLevel(level);
        if (!env.containsKey("VIGIL_LOG")) {
            context.getLogger("dev.vigil").setLevel(Level.INFO);
        }
    }
}
