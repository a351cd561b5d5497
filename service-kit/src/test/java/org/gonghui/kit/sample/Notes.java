package org.gonghui.kit.sample;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gonghui.kit.inbox.EventHandler;
import org.gonghui.kit.problem.ProblemType;

/** Keeps notes of another service, in moods that a test chooses by the text. */
@Singleton
public class Notes implements EventHandler<Notes.Note> {
  public static final ProblemType UNWELCOME = brokenRule("UNWELCOME", "Not this note", "不收");
  public static final String TYPE = "org.gonghui.sample.note.written.v1";

  private final DataSource database;
  private final Set<String> welcome = ConcurrentHashMap.newKeySet();
  private final AtomicInteger stumbles = new AtomicInteger();

  Notes(DataSource database) {
    this.database = database;
  }

  /** Of all that the other service tells, only the text. */
  public record Note(String text) {}

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Class<Note> payload() {
    return Note.class;
  }

  /** From now on the text is taken. */
  public void welcome(String text) {
    welcome.add(text);
  }

  @Override
  public void handle(Note note, Envelope envelope) {
    keep(note.text());
    if (note.text().startsWith("unwelcome") && !welcome.contains(note.text())) {
      throw UNWELCOME.because("the text is not welcome");
    }
    if (note.text().startsWith("stumble") && stumbles.incrementAndGet() % 3 != 0) {
      throw new IllegalStateException("stumbled");
    }
    if (note.text().startsWith("never")) {
      throw new IllegalStateException("not today");
    }
  }

  private void keep(String text) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("insert into kept_note (text) values (?)")) {
      insert.setString(1, text);
      insert.executeUpdate();
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** What was kept, in the order of keeping. */
  public List<String> kept() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select text from kept_note order by id");
        var rows = query.executeQuery()) {
      var kept = new ArrayList<String>();
      while (rows.next()) {
        kept.add(rows.getString(1));
      }
      return kept;
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
