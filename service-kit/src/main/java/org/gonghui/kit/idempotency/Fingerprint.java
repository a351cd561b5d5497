package org.gonghui.kit.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.TreeSet;
import org.gonghui.kit.json.BodyDigest;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** What makes two requests the same: address, query and body, or the parts of a form. */
final class Fingerprint {
  private Fingerprint() {}

  static byte[] of(ResteasyReactiveRequestContext request, BodyDigest body) {
    var digest = BodyDigest.sha256();
    add(digest, request.serverRequest().getRequestNormalisedPath());
    add(digest, String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()));
    digest.update(body.soFar());
    var form = request.getFormData();
    if (form != null) {
      addForm(digest, form);
    }
    return digest.digest();
  }

  private static void addForm(MessageDigest digest, FormData form) {
    var names = new TreeSet<String>();
    form.forEach(names::add);
    for (var name : names) {
      for (var value : form.get(name)) {
        add(digest, name);
        add(digest, String.valueOf(value.getFileName()));
        addContent(digest, value);
      }
    }
  }

  private static void addContent(MessageDigest digest, FormValue value) {
    if (!value.isFileItem()) {
      add(digest, value.getValue());
      return;
    }
    var buffer = new byte[65_536];
    var file = value.getFileItem();
    try (var in =
        file.isInMemory() ? file.getInputStream() : Files.newInputStream(file.getFile())) {
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each text with its length, so that two texts never run into one. */
  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
