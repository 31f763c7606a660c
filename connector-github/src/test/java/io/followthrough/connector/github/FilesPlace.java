package io.followthrough.connector.github;

import java.util.Map;

/** Files of a folder of a repository. */
final class FilesPlace extends SourcePlace {
  private static final String FOLDER = "incidents/";

  FilesPlace() {
    this(StubEdition.CLOUD);
  }

  FilesPlace(StubEdition edition) {
    super(edition, "github", Map.of("path", "/incidents/"));
    stub.commit(SLUG, FOLDER + "notes.txt", "No document");
  }

  @Override
  public void write(String document, String words) {
    clock.advance(java.time.Duration.ofMinutes(1));
    stub.commit(SLUG, FOLDER + path(document), "# " + document + "\n\n" + words + "\n");
  }

  @Override
  public void delete(String document) {
    stub.commitDeletion(SLUG, FOLDER + path(document));
  }

  @Override
  public String path(String document) {
    return "2026/" + document.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".md";
  }

  @Override
  public boolean spoil(String document) {
    stub.commit(SLUG, FOLDER + path(document), StubFiles.FILE, new byte[] {(byte) 0xc3, 0x28});
    return true;
  }

  @Override
  public void mend(String document) {
    write(document, "The replica fell behind.");
  }

  @Override
  public void bloat(String document) {
    stub.commit(SLUG, FOLDER + path(document), StubFiles.FILE, new byte[FileText.LARGEST + 1]);
  }

  @Override
  public boolean label(String document, String label) {
    return false;
  }

  @Override
  public int reads() {
    return (int)
        stub.journal().stream()
            .filter(e -> e.path().contains("/contents/") || e.path().contains("/git/blobs/"))
            .count();
  }
}
