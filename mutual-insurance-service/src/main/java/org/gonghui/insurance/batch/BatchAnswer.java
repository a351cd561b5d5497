package org.gonghui.insurance.batch;

import java.net.URI;
import org.gonghui.kit.concurrency.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How a batch is told: its view, its version, and where its work is to be followed. */
final class BatchAnswer {
  private BatchAnswer() {}

  static RestResponse<BatchView> of(RestResponse.Status status, EnrolmentBatch batch) {
    var answer =
        ResponseBuilder.create(status, BatchView.of(batch))
            .header("ETag", EntityTag.of(batch.version()));
    if (status == RestResponse.Status.ACCEPTED) {
      var job = batch.jobId();
      var place = job == null ? "enrolment-batches/" + batch.id() : "jobs/" + job;
      answer.location(URI.create("/api/mutual-insurance/v1/" + place));
    }
    return answer.build();
  }
}
