package io.followthrough.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Whether anything of a request may have left this machine. Connecting and the TLS handshake come
 * before the first byte of a request, so a write that failed there was certainly not applied.
 */
final class Departure extends EventListener {
  private volatile boolean departed;

  boolean departed() {
    return departed;
  }

  @Override
  public void requestHeadersStart(Call call) {
    departed = true;
  }
}
