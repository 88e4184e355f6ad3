package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.BufferedSource;
import okio.Okio;

/** Reads a multipart form. File parts stream by: no more of them is held than their beginning. */
final class MultipartParameters {

    /** More than any field but a data URL has; a client that has an image as data can send it as a file. */
    private static final long LONGEST_TEXT = 24L << 20;

    private static final int MOST_PARTS = 1000;
    private static final Pattern NAME = attribute("name");
    private static final Pattern FILE_NAME = attribute("filename");

    private final long limit;
    private final boolean nestedNames;

    /** @param nestedNames whether names in brackets are unfolded */
    MultipartParameters(long limit, boolean nestedNames) {
        this.limit = limit;
        this.nestedNames = nestedNames;
    }

    Parameters read(MediaType type, BufferedSource body) throws IOException {
        String boundary = type.parameter("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw ApiError.badRequest(null, "The multipart content type names no boundary.");
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Map<String, UploadedFile> files = new HashMap<>();
        try (MultipartReader reader = new MultipartReader(Okio.buffer(new BoundedSource(body, limit)), boundary)) {
            int parts = 0;
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                if (++parts > MOST_PARTS) {
                    throw ApiError.badRequest(null, "The multipart body has too many parts.");
                }
                readPart(part, fields, files);
            }
        } catch (EOFException | ProtocolException e) {
            throw ApiError.badRequest(null, "The body is not valid multipart.");
        }
        return new Parameters(BodyEncoding.MULTIPART, fields, files);
    }

    private void readPart(MultipartReader.Part part, ObjectNode fields, Map<String, UploadedFile> files)
            throws IOException {
        String disposition = part.headers().get("content-disposition");
        String name = disposition == null ? null : find(NAME, disposition);
        if (name == null) {
            throw ApiError.badRequest(null, "A part of the multipart body has no name.");
        }
        if (find(FILE_NAME, disposition) != null) {
            files.put(name, UploadedFile.read(part.headers().get("content-type"), part.body()));
        } else {
            byte[] text = new BoundedSource(part.body(), LONGEST_TEXT).bytes();
            if (nestedNames) {
                BracketedName.put(fields, name, text);
            } else {
                fields.put(name, new String(text, StandardCharsets.UTF_8));
            }
        }
    }

    private static Pattern attribute(String name) {
        return Pattern.compile("(?:^|;)\\s*" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE);
    }

    private static String find(Pattern attribute, String disposition) {
        Matcher matcher = attribute.matcher(disposition);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
