package org.gonghui.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.gonghui.kit.problem.ProblemType;
import org.hamcrest.Matchers;

/** Says which refusal a piece of domain code throws, or an endpoint answers. */
public final class ProblemAssert {
  private final Problem problem;

  private ProblemAssert(Problem problem) {
    this.problem = problem;
  }

  public static ProblemAssert assertThatProblem(ThrowingCallable code) {
    var thrown = catchThrowable(code);
    assertThat(thrown).isInstanceOf(Problem.class);
    return new ProblemAssert((Problem) thrown);
  }

  /** For {@code .then().spec(problem(TYPE))}: the status, the media type and the code. */
  public static ResponseSpecification problem(ProblemType type) {
    return new ResponseSpecBuilder()
        .expectStatusCode(type.kind().status())
        .expectContentType("application/problem+json")
        .expectBody("code", Matchers.equalTo(type.code()))
        .build();
  }

  @CanIgnoreReturnValue
  public ProblemAssert is(ProblemType type) {
    assertThat(problem.type()).isEqualTo(type);
    return this;
  }

  @CanIgnoreReturnValue
  public ProblemAssert because(String... parts) {
    assertThat(Arrays.asList(parts))
        .allSatisfy(part -> assertThat(problem.detail()).contains(part));
    return this;
  }

  @CanIgnoreReturnValue
  public ProblemAssert pointsAt(String... pointers) {
    assertThat(problem.faults()).extracting(Fault::pointer).containsExactlyInAnyOrder(pointers);
    return this;
  }
}
