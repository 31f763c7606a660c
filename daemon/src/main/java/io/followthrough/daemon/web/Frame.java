package io.followthrough.daemon.web;

/**
 * What stands around every page.
 *
 * @param root the way from the page up to the dashboard, so that a proxy may add a prefix
 * @param css the style sheet, seen from the dashboard
 */
public record Frame(
    String root,
    String title,
    String installation,
    String contact,
    String css,
    String icon,
    Moment asOf,
    String zone) {}
