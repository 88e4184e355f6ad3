package io.jenkins.plugins.videogeneration.api;

/** What lies between here and a service's list of videos, in the order in which a call goes through it. */
public enum ConnectionLayer {
    /** The proxy, if there is one: it is found, takes the connection, and opens the way to the service. */
    PROXY,
    /** The service's name becomes an address. */
    NAME,
    /** The service takes the connection. */
    CONNECT,
    /** The service proves who it is. */
    TLS,
    /** The service answers, and what it says is the Videos API. */
    ANSWER,
    /** The service takes the key. */
    KEY,
    /** The service lists its videos. */
    LIST
}
