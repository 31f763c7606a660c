package io.followthrough.daemon.web;

/**
 * A point in time on a page.
 *
 * @param machine for the {@code datetime} attribute
 * @param text for people
 * @param distance from now, such as {@code in 3 days}
 */
public record Moment(String machine, String text, String distance) {}
