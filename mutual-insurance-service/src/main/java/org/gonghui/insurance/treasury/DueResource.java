package org.gonghui.insurance.treasury;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.contribution.ContributionDue;
import org.gonghui.insurance.contribution.DueStatus;
import org.gonghui.insurance.contribution.Dues;
import org.gonghui.insurance.member.EmployerAccess;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.CreditCode;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dues, for the employer that pays them and the staff of its area. */
@Path("/contribution-dues")
@Tag(name = "Contributions")
@RolesAllowed({EMPLOYER_CLERK, OFFICER, APPROVER, FINANCE, AUDITOR})
@Transactional
public class DueResource {
  private final Dues dues;
  private final Caller caller;

  DueResource(Dues dues, Caller caller) {
    this.dues = dues;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listContributionDues", summary = "List dues, newest first")
  public Page<DueView> list(
      @RestQuery @Nullable DueStatus status,
      @RestQuery @Nullable CreditCode employer,
      @Valid @BeanParam PageRequest page) {
    var isClerk = caller.has(Role.EMPLOYER_CLERK);
    var found =
        dues.list(
            isClerk ? "%" : AreaFilter.of(caller).pattern(),
            isClerk ? caller.employer().orElseThrow() : employer,
            status,
            page.after(UUID.class),
            page.size() + 1);
    return Page.of(found.stream().map(DueView::of).toList(), page, DueView::id);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getContributionDue", summary = "Read one due")
  public DueView get(@RestPath UUID id) {
    var due = dues.require(id);
    EmployerAccess.require(caller, due.employer(), due.area());
    return DueView.of(due);
  }

  /** A due as its employer sees it. */
  public record DueView(
      UUID id,
      String reference,
      UUID batchId,
      int planYear,
      CreditCode employer,
      String area,
      int heads,
      Money payable,
      Money unionShare,
      Money paid,
      DueStatus status,
      Instant issuedAt,
      LocalDate payBy,
      @Nullable LocalDate paidOn) {
    static DueView of(ContributionDue due) {
      return new DueView(
          due.id(),
          due.reference(),
          due.batchId(),
          due.planYear(),
          due.employer(),
          due.area(),
          due.heads(),
          due.payable(),
          due.unionShare(),
          due.paid(),
          due.status(),
          due.issuedAt(),
          due.payBy(),
          due.paidOn());
    }
  }
}
