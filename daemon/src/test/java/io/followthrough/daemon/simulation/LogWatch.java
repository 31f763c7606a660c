package io.followthrough.daemon.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Reads every line that the program logs, and keeps those that tell a secret. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> secrets = new ArrayList<>();
  private final Map<Logger, Level> quiet = new HashMap<>();
  private final Logger logger;
  private long lines;

  private LogWatch(Logger logger) {
    this.logger = logger;
  }

  /** Begins to read; nothing is printed meanwhile. */
  static LogWatch begin() {
    if (LoggerFactory.getLogger("io.followthrough") instanceof Logger logger) {
      LogWatch watch = new LogWatch(logger);
      watch.setContext(logger.getLoggerContext());
      watch.start();
      watch.quiet.putAll(quieted(logger));
      watch.quiet.keySet().forEach(each -> each.setLevel(null));
      logger.setLevel(Level.DEBUG);
      logger.setAdditive(false);
      logger.addAppender(watch);
      return watch;
    }
    throw new IllegalStateException("the program does not log by logback");
  }

  /** Loggers below it that tests have told to say less. */
  private static Map<Logger, Level> quieted(Logger logger) {
    return logger.getLoggerContext().getLoggerList().stream()
        .filter(each -> each.getName().startsWith(logger.getName() + "."))
        .filter(each -> each.getLevel() != null)
        .collect(Collectors.toMap(each -> each, Logger::getLevel));
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines++;
    String line = event.getFormattedMessage() + event.getThrowableProxy();
    if (Laws.isSecret(line)) {
      secrets.add(line);
    }
  }

  List<String> secrets() {
    return List.copyOf(secrets);
  }

  long lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null);
    quiet.forEach(Logger::setLevel);
    logger.setAdditive(true);
    stop();
  }
}
