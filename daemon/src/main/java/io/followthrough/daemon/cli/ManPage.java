package io.followthrough.daemon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A page of the manual, in the language of man. */
final class ManPage {
  private static final String PROGRAM = "followthrough";

  private final List<String> lines = new ArrayList<>();

  private ManPage() {}

  /** The page of a command, or of the program. */
  static String of(CommandSpec spec) {
    ManPage page = new ManPage();
    page.write(spec);
    return String.join("\n", page.lines) + "\n";
  }

  private void write(CommandSpec spec) {
    boolean whole = spec.parent() == null;
    String name = whole ? PROGRAM : PROGRAM + "-" + spec.name();
    lines.add(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" Followthrough");
    section("NAME");
    text(name + " - " + description(spec));
    section("SYNOPSIS");
    lines.add(".nf");
    text(
        new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .synopsis(0)
            .strip());
    lines.add(".fi");
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      spec.positionalParameters().forEach(this::argument);
    }
    section("OPTIONS");
    spec.options().stream().filter(option -> !option.hidden()).forEach(this::option);
    if (whole) {
      section("COMMANDS");
      spec.subcommands()
          .forEach((command, line) -> entry(command, description(line.getCommandSpec())));
    }
    section("EXIT STATUS");
    entry("0", "Done.");
    entry("1", "Something could not be delivered or read: it is named, kept and tried again.");
    entry("2", "The command line or the configuration is wrong.");
    entry("3", "It cannot start: the store is locked, unreachable, damaged or newer.");
    entry("4", "Something waits for `followthrough confirm`.");
    section("FILES");
    entry("followthrough.yaml", "The configuration, unless -c names another file.");
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  private void argument(PositionalParamSpec argument) {
    entry(argument.paramLabel(), words(argument));
  }

  private void option(OptionSpec option) {
    String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    entry(String.join(", ", option.names()) + label, words(option));
  }

  private static String words(ArgSpec argument) {
    return String.join(" ", argument.description())
        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString()))
        .replace("$${", "${");
  }

  private void section(String name) {
    lines.add(".SH " + name);
  }

  private void entry(String term, String words) {
    lines.add(".TP");
    lines.add("\\fB" + escaped(term) + "\\fR");
    text(words);
  }

  private void text(String words) {
    words.lines().map(ManPage::escaped).forEach(lines::add);
  }

  /** A line that begins with a dot or a quote would be a request. */
  private static String escaped(String line) {
    String safe = line.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
