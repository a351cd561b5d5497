package org.gonghui.acceptance.platform;

/** The platform said no where the play expected a yes. */
public final class Refused extends RuntimeException {
  private static final int SHOWN = 600;
  private final transient Answer answer;

  Refused(Answer answer) {
    super(
        "%s answered %d: %s"
            .formatted(
                answer.request(),
                answer.status(),
                answer.text().substring(0, Math.min(SHOWN, answer.text().length()))));
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
