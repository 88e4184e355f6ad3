package io.jenkins.plugins.videogeneration.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class WideSocketsTest {

    @Test
    void allThatHasComeIsTakenFromTheSystemAtOnce() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new WideSockets().createSocket()) {
            socket.connect(server.getLocalSocketAddress());
            try (Socket other = server.accept()) {
                other.getOutputStream().write(new byte[] {'a', 'b', 'c'});
                InputStream input = socket.getInputStream();
                assertEquals('a', input.read());
                // the system gives nothing any more
                socket.shutdownInput();
                assertEquals('b', input.read());
                assertEquals('c', socket.getInputStream().read(), "whoever asks for the stream again reads on");
            }
        }
    }

    @Test
    void videosComeThroughThem() {
        try (HttpClients clients = HttpClients.basedOn(new OkHttpClient())) {
            assertInstanceOf(WideSockets.class, clients.downloads().socketFactory());
        }
    }
}
