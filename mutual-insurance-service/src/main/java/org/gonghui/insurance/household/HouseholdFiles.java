package org.gonghui.insurance.household;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.inbox.EventHandler;
import org.gonghui.kit.person.PersonKey;

/** What aid tells of its household files; nothing already issued changes by it. */
final class HouseholdFiles {
  private static final String PREFIX = "org.gonghui.aid.household-file.";

  private HouseholdFiles() {}

  /** The people of a file. */
  public record People(UUID fileId, List<PersonKey> personKeys) {}

  /** Who joined and left a file. */
  public record Change(UUID fileId, List<PersonKey> joined, List<PersonKey> left) {}

  /** Only the file. */
  public record File(UUID fileId) {}

  /** A file receives aid: the union pays its people's next enrolment. */
  @Singleton
  static class Activated implements EventHandler<People> {
    private final UnionPaidMarks marks;

    Activated(UnionPaidMarks marks) {
      this.marks = marks;
    }

    @Override
    public String type() {
      return PREFIX + "activated.v1";
    }

    @Override
    public Class<People> payload() {
      return People.class;
    }

    @Override
    public void handle(People event, Envelope envelope) {
      marks.mark(event.fileId(), event.personKeys());
    }
  }

  /** A suspended file receives aid again. */
  @Singleton
  static class Resumed implements EventHandler<People> {
    private final UnionPaidMarks marks;

    Resumed(UnionPaidMarks marks) {
      this.marks = marks;
    }

    @Override
    public String type() {
      return PREFIX + "resumed.v1";
    }

    @Override
    public Class<People> payload() {
      return People.class;
    }

    @Override
    public void handle(People event, Envelope envelope) {
      marks.mark(event.fileId(), event.personKeys());
    }
  }

  /** The mark follows the persons. */
  @Singleton
  static class PersonsChanged implements EventHandler<Change> {
    private final UnionPaidMarks marks;

    PersonsChanged(UnionPaidMarks marks) {
      this.marks = marks;
    }

    @Override
    public String type() {
      return PREFIX + "persons-changed.v1";
    }

    @Override
    public Class<Change> payload() {
      return Change.class;
    }

    @Override
    public void handle(Change event, Envelope envelope) {
      marks.change(event.fileId(), event.joined(), event.left());
    }
  }

  /** The mark is off for a while. */
  @Singleton
  static class Suspended implements EventHandler<File> {
    private final UnionPaidMarks marks;

    Suspended(UnionPaidMarks marks) {
      this.marks = marks;
    }

    @Override
    public String type() {
      return PREFIX + "suspended.v1";
    }

    @Override
    public Class<File> payload() {
      return File.class;
    }

    @Override
    public void handle(File event, Envelope envelope) {
      marks.unmark(event.fileId());
    }
  }

  /** The household needs no more aid. */
  @Singleton
  static class Exited implements EventHandler<File> {
    private final UnionPaidMarks marks;

    Exited(UnionPaidMarks marks) {
      this.marks = marks;
    }

    @Override
    public String type() {
      return PREFIX + "exited.v1";
    }

    @Override
    public Class<File> payload() {
      return File.class;
    }

    @Override
    public void handle(File event, Envelope envelope) {
      marks.unmark(event.fileId());
    }
  }
}
