package io.followthrough.daemon.cli;

/** How a command prints; the names are those of the command line. */
enum Format {
  text,
  json
}
