package org.gonghui.insurance.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gonghui.insurance.settlement.SettlementProblems.INVALID_LINE;
import static org.gonghui.insurance.settlement.SettlementProblems.TOO_MANY_LINES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.settlement.Settlement.Outcome;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.gonghui.kit.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Many settlements at once, one JSON object a line; each line succeeds or fails alone. */
@Path("/settlement-batches")
@RolesAllowed(SettlementResource.WRITE)
public class SettlementBatchResource {
  private static final Logger LOG = Logger.getLogger(SettlementBatchResource.class);
  private static final int MOST_LINES = 10_000;

  private final SettlementIntake intake;
  private final ObjectMapper json;
  private final Validator validator;
  private final Caller caller;

  SettlementBatchResource(
      SettlementIntake intake, ObjectMapper json, Validator validator, Caller caller) {
    this.intake = intake;
    this.json = json;
    this.validator = validator;
    this.caller = caller;
  }

  /** A repeated batch does no harm: each line is known by its settlement number. */
  @POST
  @Consumes("application/x-ndjson")
  @Operation(
      operationId = "sendSettlementBatch",
      summary = "Send up to 10,000 settlements, one a line; every line has its own outcome")
  public BatchReceipt send(byte[] body) {
    var lines = new String(body, UTF_8).lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() > MOST_LINES) {
      throw TOO_MANY_LINES.because("%d lines", lines.size());
    }
    var outcomes = new ArrayList<LineOutcome>();
    for (var i = 0; i < lines.size(); i++) {
      outcomes.add(outcomeOf(i + 1, lines.get(i)));
    }
    return BatchReceipt.of(outcomes);
  }

  private LineOutcome outcomeOf(int no, String line) {
    try {
      var request = read(line);
      var taken = intake.take(request, caller);
      return LineOutcome.taken(no, taken);
    } catch (Problem refusal) {
      return LineOutcome.refused(no, refusal);
    } catch (RuntimeException failure) {
      LOG.warnf("line %d failed: %s", no, failure.getClass().getName());
      return LineOutcome.refused(no, refusalIn(failure));
    }
  }

  private NewSettlement read(String line) {
    try {
      var request =
          Optional.ofNullable(json.readValue(line, NewSettlement.class))
              .orElseThrow(() -> INVALID_LINE.because("the line is null"));
      var faults =
          validator.validate(request).stream()
              .map(
                  v ->
                      new Fault(pointer(v.getPropertyPath().toString()), "INVALID", v.getMessage()))
              .toList();
      if (!faults.isEmpty()) {
        throw INVALID_LINE.because("%d faults", faults.size()).and(faults);
      }
      return request;
    } catch (JsonProcessingException unreadable) {
      throw unreadable.getCause() instanceof Problem problem
          ? problem
          : INVALID_LINE.because("not a settlement in JSON, or with an unknown field");
    }
  }

  private static String pointer(String path) {
    return "/" + path.replace('.', '/').replace("[", "/").replace("]", "");
  }

  private static Problem refusalIn(Throwable failure) {
    return failure instanceof Problem problem
        ? problem
        : Optional.ofNullable(failure.getCause())
            .map(SettlementBatchResource::refusalIn)
            .orElseGet(
                () ->
                    new ProblemType(
                            "NOT_PROCESSED_NOW",
                            ProblemType.Kind.UNAVAILABLE,
                            "Send the line again",
                            "请重新发送该行")
                        .because("this line was not processed, send it again"));
  }

  /** What became of a batch. */
  public record BatchReceipt(
      int total, int accepted, int notProcessed, int refused, List<LineOutcome> lines) {
    static BatchReceipt of(List<LineOutcome> lines) {
      return new BatchReceipt(
          lines.size(),
          count(lines, Outcome.ACCEPTED),
          count(lines, Outcome.NOT_PROCESSED),
          count(lines, null),
          lines);
    }

    private static int count(List<LineOutcome> lines, @Nullable Outcome outcome) {
      return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
  }

  /** What became of one line; without an outcome it was refused. */
  public record LineOutcome(
      int line,
      @Nullable UUID id,
      @Nullable String settlementNo,
      @Nullable Outcome outcome,
      @Nullable String code,
      @Nullable String detail,
      List<Fault> errors) {
    static LineOutcome taken(int line, SettlementIntake.Taken taken) {
      return new LineOutcome(
          line, taken.id(), taken.settlementNo(), taken.outcome(), null, null, List.of());
    }

    static LineOutcome refused(int line, Problem problem) {
      return new LineOutcome(
          line, null, null, null, problem.type().code(), problem.detail(), problem.faults());
    }
  }
}
