package org.gonghui.insurance.treasury;

import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.FINANCE;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.contribution.Receipt;
import org.gonghui.insurance.contribution.ReceiptAllocation;
import org.gonghui.insurance.contribution.Receipts;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.Masking;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Money that arrived, and finance's decision where the rule had none. */
@Path("/receipts")
@Tag(name = "Contributions")
@RolesAllowed({FINANCE, AUDITOR})
@Transactional
@Idempotent
public class ReceiptResource {
  private static final int CITY = 4;

  private final Receipts receipts;
  private final ReceiptAllocation allocation;
  private final Caller caller;

  ReceiptResource(Receipts receipts, ReceiptAllocation allocation, Caller caller) {
    this.receipts = receipts;
    this.allocation = allocation;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({FINANCE, AUDITOR, EMPLOYER_CLERK})
  @Operation(
      operationId = "listReceipts",
      summary = "List receipts, newest first; what belongs to nobody yet is the city's")
  public Page<ReceiptView> list(
      @RestQuery Receipt.@Nullable Status status, @Valid @BeanParam PageRequest page) {
    var isClerk = caller.has(Role.EMPLOYER_CLERK);
    var areas = isClerk || isCity() ? null : caller.area() + "%";
    var employer = isClerk ? caller.employer().map(CreditCode::value).orElseThrow() : null;
    var found = receipts.list(areas, employer, status, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(ReceiptView::of).toList(), page, ReceiptView::id);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getReceipt", summary = "Read one receipt")
  public RestResponse<ReceiptView> get(@RestPath UUID id) {
    return answer(require(id));
  }

  @POST
  @Path("{id}/allocations")
  @RolesAllowed(FINANCE)
  @Idempotent(required = true)
  @Operation(operationId = "allocateReceipt", summary = "Put what is left of a receipt on dues")
  public RestResponse<ReceiptView> allocate(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Allocations allocations) {
    var receipt = require(id);
    EntityTag.requireMatch(ifMatch, receipt.version());
    var parts =
        allocations.allocations().stream()
            .map(part -> new ReceiptAllocation.Part(part.dueId(), part.amount()))
            .toList();
    return answer(allocation.allocate(receipt, parts, caller));
  }

  private Receipt require(UUID id) {
    var receipt = receipts.require(id);
    var area = receipt.area();
    if (area == null ? !isCity() : !caller.sees(area)) {
      throw NOT_FOUND.because("nothing of that id in your area");
    }
    return receipt;
  }

  private boolean isCity() {
    return caller.area().length() <= CITY;
  }

  private static RestResponse<ReceiptView> answer(Receipt receipt) {
    return ResponseBuilder.ok(ReceiptView.of(receipt))
        .header("ETag", EntityTag.of(receipt.version()))
        .build();
  }

  /** Which dues get how much. */
  public record Allocations(
      @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull Allocation> allocations) {}

  /** So much for one due. */
  public record Allocation(@NotNull UUID dueId, @NotNull Money amount) {}

  /** A receipt; the payer's account is masked. */
  public record ReceiptView(
      UUID id,
      int version,
      String bankRef,
      LocalDate valueDate,
      Money amount,
      String payerName,
      String payerAccount,
      String remark,
      @Nullable String employer,
      Money allocated,
      Money refunded,
      Money free,
      Receipt.Status status) {
    static ReceiptView of(Receipt receipt) {
      return new ReceiptView(
          receipt.id(),
          receipt.version(),
          receipt.bankRef(),
          receipt.valueDate(),
          receipt.amount(),
          receipt.payerName(),
          Masking.account(receipt.payerAccount()),
          receipt.remark(),
          receipt.employer(),
          receipt.allocated(),
          receipt.refunded(),
          receipt.free(),
          receipt.status());
    }
  }
}
