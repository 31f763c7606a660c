package io.followthrough.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** A connection that failed, in words for the person on call. */
final class BrokenLine {
  private BrokenLine() {}

  static String words(IOException failure, HttpUrl url) {
    String place = url.host() + ":" + url.port();
    if (failure instanceof UnknownHostException) {
      return "the name " + url.host() + " is not known here";
    }
    if (failure instanceof ConnectException) {
      return "no connection to " + place + detail(failure);
    }
    if (failure instanceof SSLException) {
      return "no secure connection to "
          + place
          + detail(failure)
          + " (a private certificate authority is named by http.ca-file)";
    }
    if (failure instanceof SocketTimeoutException) {
      return place + " did not answer in time" + detail(failure);
    }
    if (failure instanceof InterruptedIOException) {
      return "the call to " + place + " was ended" + detail(failure);
    }
    return "the connection to " + place + " broke" + detail(failure);
  }

  private static String detail(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? "" : ": " + message;
  }
}
