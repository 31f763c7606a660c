package io.followthrough.daemon.source;

import io.followthrough.document.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.InvalidRemoteException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;

/** A bare copy of one branch of a repository, which is all that is ever fetched. */
final class GitClone implements AutoCloseable {
  private static final String HEAD = "refs/followthrough/head";

  /** The longest silence of a server. */
  private static final int SECONDS = 60;

  private final String source;
  private final GitAccess access;
  private final RefSpec branch;
  private final Repository repository;

  private GitClone(String source, GitAccess access, String branch, Repository repository) {
    this.source = source;
    this.access = access;
    this.branch = new RefSpec("+" + branch + ":" + HEAD);
    this.repository = repository;
  }

  /**
   * Opens the copy in a folder, or begins one there.
   *
   * @param branch the full name of a reference, or HEAD
   */
  static GitClone open(String source, GitAccess access, String branch, Path folder) {
    try {
      Repository repository =
          new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
      if (!repository.getObjectDatabase().exists()) {
        repository.create(true);
        StoredConfig config = repository.getConfig();
        config.setString("http", null, "followRedirects", "false");
        config.setBoolean("http", null, "sslVerify", true);
        config.save();
      }
      return new GitClone(source, access, branch, repository);
    } catch (IOException e) {
      throw new SourceException(
          "source " + source + ": no copy can be kept in " + folder + ": " + e.getMessage(), e);
    }
  }

  Repository repository() {
    return repository;
  }

  /**
   * Fetches what is new.
   *
   * @return the branch's present commit
   */
  ObjectId refresh() {
    try (Git git = new Git(repository)) {
      git.fetch()
          .setRemote(access.url().toString())
          .setRefSpecs(branch)
          .setTagOpt(TagOpt.NO_TAGS)
          .setForceUpdate(true)
          .setTimeout(SECONDS)
          .setTransportConfigCallback(access::configure)
          .call();
      ObjectId head = repository.resolve(HEAD);
      if (head == null) {
        throw failure("has no commit yet");
      }
      return head;
    } catch (TransportException e) {
      throw failure(mend(String.valueOf(e.getMessage())), e);
    } catch (InvalidRemoteException e) {
      throw failure("is no git repository; mend `url`", e);
    } catch (GitAPIException | IOException e) {
      throw failure("cannot be fetched: " + e.getMessage(), e);
    }
  }

  /** The library tells its failures in words alone. */
  private String mend(String words) {
    if (words.contains("does not have " + Constants.HEAD)) {
      return "has no commit yet";
    }
    if (words.contains("does not have " + branch.getSource())) {
      return "has no branch " + branch.getSource() + "; mend `branch`";
    }
    if (words.contains("not authorized") || words.contains("Authentication is required")) {
      return "refuses us; give `auth.token` a token that may read the repository";
    }
    if (words.contains("not found")) {
      return "is not there, or our token may not see it; mend `url` or `auth`";
    }
    return "cannot be fetched: " + words;
  }

  private SourceException failure(String words) {
    return new SourceException(said(words), null);
  }

  private SourceException failure(String words, Exception cause) {
    return new SourceException(said(words), cause);
  }

  private String said(String words) {
    return "source " + source + ": " + access.url() + " " + words;
  }

  @Override
  public void close() {
    repository.close();
  }
}
