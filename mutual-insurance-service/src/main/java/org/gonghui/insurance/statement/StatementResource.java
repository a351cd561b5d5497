package org.gonghui.insurance.statement;

import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.bank.statement.StatementEntry.Direction;
import org.gonghui.insurance.bank.statement.StatementFormat;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.Masking;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the bank's statements come in, and their lines. */
@Path("/")
@Tag(name = "Bank")
@RolesAllowed({FINANCE, StatementResource.BANK_WRITE})
@Transactional
public class StatementResource {
  static final String BANK_WRITE = "mutual-insurance:bank:write";
  private static final int LONGEST_SECONDS = 600;

  private final StatementIntake intake;
  private final StatementLines lines;
  private final Caller caller;

  StatementResource(StatementIntake intake, StatementLines lines, Caller caller) {
    this.intake = intake;
    this.lines = lines;
    this.caller = caller;
  }

  @POST
  @Path("bank-statements")
  @Consumes({"text/csv", "application/xml", "text/xml"})
  @Idempotent(required = true)
  @TransactionConfiguration(timeout = LONGEST_SECONDS)
  @Operation(
      operationId = "bookBankStatement",
      summary = "Book a statement (GH-STM-1 as text/csv, camt.053.001.08 as application/xml)",
      description =
          "Refused whole unless it adds up; lines known already are counted and ignored. A long"
              + " statement is answered 202 and booked by a job; read then what became of it")
  @APIResponse(responseCode = "200", description = "Booked")
  @APIResponse(responseCode = "202", description = "Taken in; a job books it")
  public RestResponse<StatementReport> statement(
      @HeaderParam("Content-Type") String mediaType, @NotNull InputStream file) {
    var taken = intake.take(StatementFormat.of(mediaType), file, caller);
    var job = taken.job();
    return job == null
        ? RestResponse.ok(taken.report())
        : RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, taken.report())
            .header("Location", job.toString())
            .build();
  }

  @GET
  @Path("bank-statements/{id}")
  @RolesAllowed({FINANCE, AUDITOR, BANK_WRITE})
  @Operation(operationId = "getBankStatement", summary = "Read what became of a statement")
  public StatementReport get(@RestPath UUID id) {
    return intake.report(id, caller);
  }

  @GET
  @Path("statement-lines")
  @RolesAllowed({FINANCE, AUDITOR})
  @Operation(operationId = "listStatementLines", summary = "List booked lines, also by their use")
  public Page<LineView> list(@RestQuery @Nullable LineUse use, @Valid @BeanParam PageRequest page) {
    var areas = AreaFilter.of(caller).pattern();
    var found = lines.list(areas, use, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(LineView::of).toList(), page, LineView::id);
  }

  /** A booked line as people see it, the other side masked. */
  public record LineView(
      UUID id,
      UUID statementId,
      int line,
      String bankRef,
      Direction direction,
      Money amount,
      LocalDate valueDate,
      LineUse use,
      @Nullable String doubt,
      @Nullable String endToEndId,
      String party,
      String account,
      String remark) {
    static LineView of(StatementLines.Line line) {
      return new LineView(
          line.id(),
          line.statementId(),
          line.line(),
          line.bankRef(),
          line.direction(),
          line.amount(),
          line.valueDate(),
          line.use(),
          line.doubt(),
          line.endToEndId(),
          Masking.name(line.party().name()),
          Masking.account(line.party().account()),
          line.party().remark());
    }
  }
}
