package org.gonghui.insurance.household;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.gonghui.kit.inbox.EventHandler;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** What aid tells of its household files; nothing already issued changes by it. */
@Singleton
class HouseholdFiles {
  private final UnionPaidMarks marks;

  HouseholdFiles(UnionPaidMarks marks) {
    this.marks = marks;
  }

  /** A file and whom the event names; each event names only what it is about. */
  record File(
      UUID fileId, List<PersonKey> personKeys, List<PersonKey> joined, List<PersonKey> left) {
    File(
        UUID fileId,
        @Nullable List<PersonKey> personKeys,
        @Nullable List<PersonKey> joined,
        @Nullable List<PersonKey> left) {
      this.fileId = fileId;
      this.personKeys = personKeys == null ? List.of() : personKeys;
      this.joined = joined == null ? List.of() : joined;
      this.left = left == null ? List.of() : left;
    }
  }

  /** A file receives aid: the union pays its people's next enrolment. */
  @Produces
  @Singleton
  EventHandler<File> activated() {
    return new On("activated", file -> marks.mark(file.fileId(), file.personKeys()));
  }

  /** The mark follows the persons. */
  @Produces
  @Singleton
  EventHandler<File> personsChanged() {
    return new On(
        "persons-changed", file -> marks.change(file.fileId(), file.joined(), file.left()));
  }

  /** The mark is off for a while. */
  @Produces
  @Singleton
  EventHandler<File> suspended() {
    return new On("suspended", file -> marks.unmark(file.fileId()));
  }

  /** A suspended file receives aid again. */
  @Produces
  @Singleton
  EventHandler<File> resumed() {
    return new On("resumed", file -> marks.mark(file.fileId(), file.personKeys()));
  }

  /** The household needs no more aid. */
  @Produces
  @Singleton
  EventHandler<File> exited() {
    return new On("exited", file -> marks.unmark(file.fileId()));
  }

  /** What one of the events does to the marks. */
  private record On(String happened, Consumer<File> act) implements EventHandler<File> {
    @Override
    public String type() {
      return "org.gonghui.aid.household-file.%s.v1".formatted(happened);
    }

    @Override
    public Class<File> payload() {
      return File.class;
    }

    @Override
    public void handle(File file, Envelope envelope) {
      act.accept(file);
    }
  }
}
