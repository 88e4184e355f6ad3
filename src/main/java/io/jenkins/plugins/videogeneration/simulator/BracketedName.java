package io.jenkins.plugins.videogeneration.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unfolds the names by which the SDKs write nested fields into a flat form: {@code a[b]} is field b of object a, {@code a[]} an item of
 * array a, {@code a[][b]} field b of an item of array a.
 */
final class BracketedName {

    private static final Pattern FORM = Pattern.compile("([^\\[\\]]+)(\\[\\])?(?:\\[([^\\[\\]]+)\\])?");

    private BracketedName() {}

    static void put(ObjectNode fields, String name, byte[] utf8) {
        String value = new String(utf8, StandardCharsets.UTF_8);
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            fields.put(name, value);
            return;
        }
        String field = matcher.group(1);
        String inner = matcher.group(3);
        if (matcher.group(2) == null) {
            if (inner == null) {
                fields.put(field, value);
            } else {
                object(fields, field).put(inner, value);
            }
        } else {
            ArrayNode array = fields.get(field) instanceof ArrayNode present ? present : fields.putArray(field);
            if (inner == null) {
                array.add(value);
            } else {
                itemWithout(array, inner).put(inner, value);
            }
        }
    }

    private static ObjectNode object(ObjectNode fields, String field) {
        return fields.get(field) instanceof ObjectNode present ? present : fields.putObject(field);
    }

    /** A repeated inner name begins the next item. */
    private static ObjectNode itemWithout(ArrayNode array, String inner) {
        JsonNode last = array.isEmpty() ? null : array.get(array.size() - 1);
        return last instanceof ObjectNode item && !item.has(inner) ? item : array.addObject();
    }
}
