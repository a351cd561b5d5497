package org.gonghui.insurance.payment;

import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.FINANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.payment.PaymentBatch.Totals;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How finance and approvers send payouts together. */
@Path("/payment-batches")
@Tag(name = "Payments")
@RolesAllowed(FINANCE)
@Transactional
@Idempotent(required = true)
public class PaymentBatchResource {
  private final PaymentBatches batches;
  private final BatchBuilding building;
  private final BatchDecisions decisions;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  PaymentBatchResource(
      PaymentBatches batches,
      BatchBuilding building,
      BatchDecisions decisions,
      Audit audit,
      Caller caller,
      Clock clock) {
    this.batches = batches;
    this.building = building;
    this.decisions = decisions;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "listPaymentBatches", summary = "List payment batches, oldest first")
  public Page<BatchView> list(@Valid @BeanParam PageRequest page) {
    var areas = AreaFilter.of(caller).pattern();
    var found = batches.list(areas, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(BatchView::of).toList(), page, BatchView::id);
  }

  @POST
  @Answers(201)
  @Operation(
      operationId = "buildPaymentBatch",
      summary = "Build a batch of the ready payouts of an area up to a cut-off, ordered by id")
  public RestResponse<BatchView> build(@Valid @NotNull Build wanted) {
    var area = Objects.requireNonNullElse(wanted.area(), caller.area());
    caller.requireSees(area);
    var batch =
        building.build(
            new BatchBuilding.Demand(
                Objects.requireNonNullElse(wanted.planCode(), PlanYear.MEDICAL),
                area,
                Objects.requireNonNullElseGet(wanted.cutOff(), clock::instant),
                Objects.requireNonNullElse(wanted.limit(), Build.MOST)),
            caller);
    note("payment-batch-built", batch);
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, BatchView.of(batch))
        .header("ETag", EntityTag.of(batch.version()))
        .header("Location", "/api/mutual-insurance/v1/payment-batches/" + batch.id())
        .build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({FINANCE, APPROVER, AUDITOR})
  @Operation(operationId = "getPaymentBatch", summary = "Read one batch: count, total and hash")
  public RestResponse<BatchView> get(@RestPath UUID id) {
    return answer(batches.require(id, caller));
  }

  @POST
  @Path("{id}/submission")
  @Operation(operationId = "submitPaymentBatch", summary = "Hand a built batch to the checker")
  public RestResponse<BatchView> submit(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return decided("payment-batch-submitted", decisions.submit(current(id, ifMatch)));
  }

  @POST
  @Path("{id}/approval")
  @RolesAllowed(APPROVER)
  @Operation(
      operationId = "approvePaymentBatch",
      summary = "Approve a batch by repeating its count, total and hash")
  public RestResponse<BatchView> approve(
      @RestPath UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Approval seen) {
    var batch = decisions.approve(current(id, ifMatch), seen.totals(), caller);
    return decided("payment-batch-approved", batch);
  }

  @POST
  @Path("{id}/dispatch")
  @Operation(operationId = "dispatchPaymentBatch", summary = "Hand an approved batch to the bank")
  public RestResponse<BatchView> dispatch(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return decided("payment-batch-dispatched", decisions.dispatch(current(id, ifMatch)));
  }

  @POST
  @Path("{id}/cancellation")
  @Operation(
      operationId = "cancelPaymentBatch",
      summary = "Cancel a batch before its dispatch; its payouts are ready again")
  public RestResponse<BatchView> cancel(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return decided("payment-batch-cancelled", decisions.cancel(current(id, ifMatch)));
  }

  private PaymentBatch current(UUID id, @Nullable String ifMatch) {
    var batch = batches.require(id, caller);
    EntityTag.requireMatch(ifMatch, batch.version());
    return batch;
  }

  private RestResponse<BatchView> decided(String action, PaymentBatch batch) {
    note(action, batch);
    return answer(batch);
  }

  private void note(String action, PaymentBatch batch) {
    Map<String, Object> after =
        Map.of(
            "status",
            batch.status(),
            "count",
            batch.totals().count(),
            "total",
            batch.totals().total().toString(),
            "hash",
            batch.totals().hash());
    audit.record(new Act(action, "payment-batch", batch.id(), batch.area(), null, Map.of(), after));
  }

  private static RestResponse<BatchView> answer(PaymentBatch batch) {
    return RestResponse.ResponseBuilder.ok(BatchView.of(batch))
        .header("ETag", EntityTag.of(batch.version()))
        .build();
  }

  /** Which payouts to take: all of the own area up to now when nothing is said. */
  public record Build(
      @Schema(examples = "3306") @Nullable @Pattern(regexp = "\\d{4,12}") String area,
      @Schema(examples = "MEDICAL") @Nullable @Pattern(regexp = "[A-Z_]{1,40}") String planCode,
      @Nullable Instant cutOff,
      @Nullable @Min(1) @Max(MOST) Integer limit) {
    static final int MOST = 500_000;
  }

  /** What the checker saw. */
  public record Approval(
      @NotNull @Min(1) @Max(Build.MOST) Integer count,
      @NotNull Money total,
      @NotNull @Size(min = 64, max = 64) @Pattern(regexp = "[0-9a-f]*") String hash) {
    Totals totals() {
      return new Totals(count, total, hash);
    }
  }
}
