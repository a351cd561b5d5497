package org.gonghui.acceptance.bench.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a PostgreSQL server wrote about the statements of one database, in transactions. */
final class ServerLog {
  /** What {@link #transactions} reads: the process, the database, then the message. */
  static final String PREFIX = "%p %d ";

  private static final Pattern LINE =
      Pattern.compile("(\\d+) (\\S+) ([A-Z]+):  (.*)", Pattern.DOTALL);
  private static final Pattern EXECUTE = Pattern.compile("execute [^:]+: (.*)", Pattern.DOTALL);
  private static final String DETAIL = "Parameters: ";
  private final String database;
  private final Map<String, List<Statement>> open = new HashMap<>();
  private final List<List<Statement>> committed = new ArrayList<>();

  private ServerLog(String database) {
    this.database = database;
  }

  /**
   * The transactions that were committed after a place of the file, with begin and commit left out.
   */
  static List<List<Statement>> transactions(Path file, long from, String database) {
    var log = new ServerLog(database);
    messages(file, from).forEach(log::read);
    return log.committed;
  }

  private static List<String> messages(Path file, long from) {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(from);
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // A message of several lines goes on after a tab.
      return List.of(text.replace("\n\t", "\u0001").split("\n")).stream()
          .map(message -> message.replace('\u0001', '\n'))
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void read(String message) {
    var line = LINE.matcher(message);
    if (!line.matches() || !line.group(2).equals(database)) {
      return;
    }
    var statements = open.computeIfAbsent(line.group(1), _ -> new ArrayList<>());
    var text = line.group(4);
    if (line.group(3).equals("DETAIL") && text.startsWith(DETAIL) && !statements.isEmpty()) {
      statements.add(statements.removeLast().with(text.substring(DETAIL.length())));
      return;
    }
    var execute = EXECUTE.matcher(text);
    if (execute.matches()) {
      executed(line.group(1), statements, new Statement(execute.group(1), List.of()));
    }
  }

  private void executed(String process, List<Statement> statements, Statement statement) {
    if (statement.is("COMMIT")) {
      committed.add(List.copyOf(statements));
      open.remove(process);
    } else if (statement.is("BEGIN") || statement.is("ROLLBACK")) {
      open.put(process, new ArrayList<>());
    } else {
      statements.add(statement);
    }
  }
}
