package io.jenkins.plugins.videogeneration.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that ask the system for much at a time. OkHttp reads 8 KB at a time, which for a gigabyte are 130,000 calls of
 * the system.
 */
final class WideSockets extends SocketFactory {

    private static final int READ_BYTES = 128 * 1024;

    @Override
    public Socket createSocket() {
        return new WideSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connectsLater();
    }

    /** OkHttp connects sockets itself, to watch over the time. */
    private static UnsupportedOperationException connectsLater() {
        return new UnsupportedOperationException();
    }

    private static final class WideSocket extends Socket {

        private InputStream input;

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (input == null) {
                input = new BufferedInputStream(super.getInputStream(), READ_BYTES);
            }
            return input;
        }
    }
}
