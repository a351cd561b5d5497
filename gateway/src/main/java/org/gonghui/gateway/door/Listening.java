package org.gonghui.gateway.door;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.gateway.route.GatewaySettings;

/** Where the door listens: in clear text for HTTP/1.1, and with TLS for HTTP/2 too. */
@Singleton
public class Listening {
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 16_384;
  private static final int STREAMS = 128;

  private final GatewaySettings settings;
  private final TlsConfigurationRegistry certificates;

  public Listening(GatewaySettings settings, TlsConfigurationRegistry certificates) {
    this.settings = settings;
    this.certificates = certificates;
  }

  List<HttpServerOptions> all() {
    var all = new ArrayList<HttpServerOptions>();
    all.add(options(settings.port()));
    settings.tls().map(this::withTls).ifPresent(all::add);
    return all;
  }

  private HttpServerOptions withTls(GatewaySettings.Tls tls) {
    var options = options(tls.port());
    var certificate =
        certificates
            .get(tls.configuration())
            .orElseThrow(
                () ->
                    new IllegalStateException("quarkus.tls." + tls.configuration() + " is unset"));
    TlsConfigUtils.configure(options, certificate);
    return options
        .setSsl(true)
        .setUseAlpn(true)
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(STREAMS)
                .setMaxHeaderListSize(MOST_HEADERS));
  }

  /**
   * Without TLS there is no HTTP/2: the upgrade decodes its first request before the door can look
   * at it more closely.
   */
  private HttpServerOptions options(int port) {
    return new HttpServerOptions()
        .setHost(settings.host())
        .setPort(port)
        .setTracingPolicy(TracingPolicy.IGNORE)
        .setHttp2ClearTextEnabled(false)
        .setCompressionSupported(false)
        .setHandle100ContinueAutomatically(false)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(MOST_HEADERS)
        .setTcpNoDelay(true)
        .setAcceptBacklog(1_024);
  }
}
