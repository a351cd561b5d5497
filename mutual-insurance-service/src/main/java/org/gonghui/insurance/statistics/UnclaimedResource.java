package org.gonghui.insurance.statistics;

import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;

/** Whom officers should call before the claim window closes. */
@Path("/statistics/unclaimed")
@Tag(name = "Statistics")
@RolesAllowed({OFFICER, AUDITOR})
@Transactional
public class UnclaimedResource {
  private final Unclaimed unclaimed;
  private final Areas areas;
  private final Caller caller;

  UnclaimedResource(Unclaimed unclaimed, Areas areas, Caller caller) {
    this.unclaimed = unclaimed;
    this.areas = areas;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listUnclaimed",
      summary = "Benefits that nobody has been paid: no consent, sleeping draft, no account")
  public Page<Unclaimed.Entry> list(
      @Valid @BeanParam ScopeRequest asked, @Valid @BeanParam PageRequest page) {
    var scope = asked.scope(caller, areas);
    var found = unclaimed.list(scope.area(), scope.year(), page.after(UUID.class), page.size() + 1);
    return Page.of(found, page, Unclaimed.Entry::id);
  }
}
