package io.followthrough.daemon.web;

/** Something that is not there, or not to be had now. */
public record ProblemView(String title, String words) {}
