package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import java.nio.file.Path;
import java.util.Set;

/** Makes sources out of folders; private unless the file says otherwise. */
public final class Directories implements SourceFactory {
  @Override
  public Set<String> sourceTypes() {
    return Set.of("directory");
  }

  @Override
  public DocumentSource open(SourceSettings settings) {
    return new DirectorySource(
        settings.name(),
        Path.of(settings.required("path")),
        settings.include(),
        settings.isPrivate().orElse(true),
        settings.value("link"));
  }
}
