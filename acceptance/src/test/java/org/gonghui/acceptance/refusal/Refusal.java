package org.gonghui.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.gonghui.acceptance.platform.Answer;

/** What every refusal has to say, and what none may repeat. */
final class Refusal {
  private static final String IDENTITY_NUMBER = "\\d{15}(\\d{2}[\\dXx])?";

  private Refusal() {}

  /** Exactly these places are named as faulty. */
  static void assertRefused(Answer answer, int status, String code, String... pointers) {
    assertThat(answer.status() + " " + answer.code())
        .as(answer.text())
        .isEqualTo(status + " " + code);
    assertThat(answer.isProblem()).as(answer.text()).isTrue();
    var problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).as(answer.text()).isNotBlank();
    assertThat(problem.path("title").asText()).as(answer.text()).isNotBlank();
    assertThat(problem.path("traceId").asText()).as(answer.text()).matches("[0-9a-f]{32}");
    assertThat(StreamSupport.stream(problem.path("errors").spliterator(), false))
        .as(answer.text())
        .extracting(fault -> fault.path("pointer").asText())
        .containsExactlyInAnyOrder(pointers);
    assertThat(answer.text().replaceAll("\"traceId\":\"[^\"]*\"", ""))
        .doesNotContainPattern("(?<![0-9a-f-])" + IDENTITY_NUMBER + "(?![0-9a-f-])");
  }
}
