package io.followthrough.daemon.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What addresses may look like: encrypted, or else no further than this machine. */
final class Urls {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern SCP = Pattern.compile("[\\w.-]+@[\\w.-]+:[\\w~][\\w./~-]*");
  private static final Pattern SQLITE = Pattern.compile("sqlite:[^?]+");
  private static final String NO_PASSWORD = "an address without a password in it";

  private Urls() {}

  static Optional<Objection> objection(String format, String text) {
    return switch (format) {
      case "url" -> web(text);
      case "git-url" -> git(text);
      case "smtp-url" -> of(text, Set.of("smtp", "smtps"), "smtp://HOST:587 or smtps://HOST:465");
      case "proxy-url" -> of(text, Set.of("http", "https"), "an address such as http://proxy:3128");
      default -> store(text);
    };
  }

  private static Optional<Objection> web(String text) {
    Optional<Objection> objection =
        of(text, Set.of("http", "https"), "an address such as https://example.org");
    if (objection.isPresent()) {
      return objection;
    }
    URI uri = URI.create(text);
    return uri.getScheme().equals("https") || isLoopback(uri.getHost())
        ? Optional.empty()
        : Optional.of(Objection.expected("https", "plain http is only for loopback addresses"));
  }

  private static Optional<Objection> git(String text) {
    if (SCP.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.startsWith("file:")) {
      boolean fits = text.matches("file:///[\\w./~%-]+");
      return fits ? Optional.empty() : Optional.of(Objection.expected("file:///FOLDER"));
    }
    return text.startsWith("ssh://") ? of(text, Set.of("ssh"), "an address") : web(text);
  }

  private static Optional<Objection> store(String text) {
    if (SQLITE.matcher(text).matches()) {
      return Optional.empty();
    }
    String expected = "sqlite:FILE or postgresql://USER@HOST/DATABASE";
    return of(text.replaceFirst("^postgres://", "postgresql://"), Set.of("postgresql"), expected);
  }

  private static Optional<Objection> of(String text, Set<String> schemes, String expected) {
    try {
      URI uri = new URI(text);
      String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
      boolean open =
          (schemes.contains("http") ? !user.isEmpty() : user.contains(":"))
              || (schemes.contains("postgresql")
                  && String.valueOf(uri.getQuery()).matches("(?i)(?:.*&)?(?:ssl)?password=.*"));
      if (open) {
        return Optional.of(new Objection("expected " + NO_PASSWORD, Optional.empty(), false));
      }
      boolean fits =
          uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null;
      return fits ? Optional.empty() : Optional.of(Objection.expected(expected));
    } catch (URISyntaxException e) {
      return Optional.of(Objection.expected(expected));
    }
  }

  /** Whether the host is this machine by its very name; nothing is looked up. */
  static boolean isLoopback(String host) {
    String bare = host.replaceAll("^\\[|\\]$", "");
    return bare.equals("localhost")
        || bare.equals("::1")
        || bare.equals("0:0:0:0:0:0:0:1")
        || (isAddress(bare) && bare.startsWith("127.") && IPV4.matcher(bare).matches());
  }

  static boolean isAddress(String text) {
    return IPV4.matcher(text).matches()
        ? Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).allMatch(it -> it < 256)
        : IPV6.matcher(text).matches();
  }
}
