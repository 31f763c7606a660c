package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.URIish;

/** Makes sources out of git repositories; private unless the file says otherwise. */
public final class GitRepositories implements SourceFactory {
  private static final Pattern SLASHES = Pattern.compile("^/+|/+$");

  @Override
  public Set<String> sourceTypes() {
    return Set.of("git");
  }

  /** The setting {@code folder} is where copies are kept. */
  @Override
  public DocumentSource open(SourceSettings settings) {
    String branch = settings.value("branch").map(it -> Constants.R_HEADS + it).orElse("HEAD");
    GitAccess access = new GitAccess(url(settings), settings);
    Path folder = Path.of(settings.required("folder")).resolve(settings.name() + ".git");
    return new GitSource(
        settings.name(),
        GitClone.open(settings.name(), access, branch, folder),
        SLASHES.matcher(settings.value("path").orElse("")).replaceAll(""),
        settings.include(),
        settings.isPrivate().orElse(true),
        settings.value("link"));
  }

  private static URIish url(SourceSettings settings) {
    String text = settings.required("url");
    try {
      URIish url = new URIish(text);
      if (url.getScheme() == null || url.getScheme().equals("ssh")) {
        throw new IllegalArgumentException(
            "source "
                + settings.name()
                + ": git over ssh is not yet in this version; give the https address and auth.token");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "source " + settings.name() + ": " + text + " is no address of a repository", e);
    }
  }
}
