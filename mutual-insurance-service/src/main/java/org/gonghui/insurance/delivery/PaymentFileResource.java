package org.gonghui.insurance.delivery;

import static org.gonghui.insurance.payment.PaymentProblems.NOT_DISPATCHED;
import static org.gonghui.kit.identity.Role.FINANCE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.bank.payment.PaymentFormat;
import org.gonghui.insurance.payment.PaymentBatch;
import org.gonghui.insurance.payment.PaymentBatches;
import org.gonghui.insurance.payment.PaymentFile;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where the bank fetches its orders. */
@Path("/payment-batches/{id}/file")
@Tag(name = "Payments")
@RolesAllowed({FINANCE, "mutual-insurance:bank:read"})
public class PaymentFileResource {
  private final PaymentBatches batches;
  private final PaymentFile file;
  private final Audit audit;
  private final Caller caller;

  PaymentFileResource(PaymentBatches batches, PaymentFile file, Audit audit, Caller caller) {
    this.batches = batches;
    this.file = file;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "getPaymentFile",
      summary = "Download the file of a dispatched batch; it is the same each time")
  public Response download(@RestPath UUID id, @RestQuery @Nullable PaymentFormat format) {
    var wanted = Objects.requireNonNullElse(format, PaymentFormat.GH_PAY_1);
    var batch = QuarkusTransaction.requiringNew().call(() -> readable(id, wanted));
    StreamingOutput content =
        out ->
            QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(() -> file.write(batch, wanted, out));
    return Response.ok(content, wanted.mediaType() + ";charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s\"".formatted(wanted.fileName(batch.no())))
        .header("Cache-Control", "no-store")
        .build();
  }

  private PaymentBatch readable(UUID id, PaymentFormat format) {
    var batch = batches.require(id, caller);
    if (!batch.status().isWithBank()) {
      throw NOT_DISPATCHED.because("batch %s is %s", batch.no(), batch.status());
    }
    audit.record(
        new Act(
            "payment-file-read",
            "payment-batch",
            id,
            batch.area(),
            null,
            Map.of(),
            Map.of("format", format)));
    return batch;
  }
}
