package org.gonghui.local.server;

import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.gonghui.local.process.ServerFailure;

/**
 * The servers' files, read in place from the local Maven repository and fetched once if missing.
 */
public final class Artifacts {
  private static final Properties VERSIONS = versions();

  private final MavenArtifactResolver resolver;

  private Artifacts(MavenArtifactResolver resolver) {
    this.resolver = resolver;
  }

  /** Reads the user's Maven settings; a mirror or another repository folder is honoured. */
  public static Artifacts fromMaven() {
    try {
      return new Artifacts(MavenArtifactResolver.builder().setWorkspaceDiscovery(false).build());
    } catch (BootstrapMavenException cause) {
      throw new ServerFailure("Maven's settings cannot be read: " + cause.getMessage(), cause);
    }
  }

  /** The version that the root pom gives to postgres, kafka or keycloak. */
  public static String version(String server) {
    return VERSIONS.getProperty(server);
  }

  /** One file by {@code group:artifact:extension:version}. */
  Path file(String coordinates) {
    try {
      return resolver.resolve(new DefaultArtifact(coordinates)).getArtifact().getFile().toPath();
    } catch (BootstrapMavenException cause) {
      throw notFetched(coordinates, cause);
    }
  }

  /** Everything a program needs at run time, its own versions, apart from the platform's. */
  List<Path> classPath(String... coordinates) {
    var request = new CollectRequest();
    Stream.of(coordinates)
        .forEach(
            each -> request.addDependency(new Dependency(new DefaultArtifact(each), "runtime")));
    try {
      request.setRepositories(resolver.getRepositories());
      return resolver
          .getSystem()
          .resolveDependencies(resolver.getSession(), new DependencyRequest(request, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException cause) {
      throw notFetched(coordinates[0], cause);
    }
  }

  private static ServerFailure notFetched(String coordinates, Exception cause) {
    return new ServerFailure(
        "Maven could not fetch %s: %s".formatted(coordinates, cause.getMessage()), cause);
  }

  private static Properties versions() {
    var versions = new Properties();
    try (var file = Artifacts.class.getResourceAsStream("/gonghui-versions.properties")) {
      versions.load(file);
      return versions;
    } catch (IOException cause) {
      throw new ServerFailure("The list of server versions cannot be read.", cause);
    }
  }
}
