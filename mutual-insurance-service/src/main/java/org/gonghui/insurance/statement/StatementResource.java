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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.bank.statement.StatementFormat;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where the bank's statements come in, and their lines. */
@Path("/")
@Tag(name = "Bank")
@RolesAllowed({FINANCE, StatementResource.BANK_WRITE})
@Transactional
public class StatementResource {
  static final String BANK_WRITE = "mutual-insurance:bank:write";
  private static final int LONGEST_SECONDS = 600;

  private final StatementBooking statements;
  private final StatementLines lines;
  private final Audit audit;
  private final Caller caller;

  StatementResource(StatementBooking statements, StatementLines lines, Audit audit, Caller caller) {
    this.statements = statements;
    this.lines = lines;
    this.audit = audit;
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
      description = "Refused whole unless it adds up; lines known already are counted and ignored")
  public StatementReport statement(
      @HeaderParam("Content-Type") String mediaType, @NotNull InputStream file) {
    var id = statements.book(StatementFormat.of(mediaType), file, caller);
    var report = lines.report(id);
    Map<String, Object> after = Map.of("lines", report.lines(), "known", report.known());
    audit.record(
        new Act(
            "bank-statement-booked", "bank-statement", id, caller.area(), null, Map.of(), after));
    return report;
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
}
