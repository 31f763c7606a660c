package io.followthrough.daemon.cli;

import io.followthrough.daemon.config.Features;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command has of the world.
 *
 * @param environment the variables
 * @param features what this program can do
 * @param out for what was asked for
 * @param err for what went wrong
 */
record Terminal(
    Map<String, String> environment,
    Features features,
    PrintWriter out,
    PrintWriter err,
    InstantSource clock) {}
