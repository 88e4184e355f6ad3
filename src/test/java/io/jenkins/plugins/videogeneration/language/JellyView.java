package io.jenkins.plugins.videogeneration.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A view: the keys of texts that it asks for, and the texts that it holds itself although they belong into properties. */
final class JellyView {

    private static final Pattern KEY = Pattern.compile("\\$\\{%([^}(]+)(\\([^}]*\\))?}");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Attributes whose value a reader sees. */
    private static final Set<String> VISIBLE = Set.of(
            "title",
            "description",
            "placeholder",
            "alt",
            "aria-label",
            "label",
            "message",
            "add",
            "header",
            "progress",
            "tooltip",
            "subtitle",
            "content",
            "caption");

    /** Tags whose attribute "value" is what a button says. */
    private static final Set<String> BUTTONS = Set.of("submit", "repeatableDeleteButton", "button");

    /** Tags that show the attribute "placeholder"; the others of Jenkins drop it without a word. */
    private static final Set<String> WITH_PLACEHOLDER = Set.of("textbox", "combobox", "number");

    /** Examples of what can be written into a field: names of files, ids, URLs and values, the same in every language. */
    private static final Set<String> EXAMPLES = Set.of(
            "videos/duck.mp4",
            "video.mp4",
            "images/start.png",
            "video_...",
            "char_...",
            "char_..., char_...",
            "file-...",
            "https://...",
            "https://videos.example.com/v1",
            "api-key",
            "OpenAI-Project=proj_123",
            "api-version=preview",
            "seconds=duration",
            "remix, edit",
            "video",
            "USD");

    private final Path file;

    JellyView(Path file) {
        this.file = file;
    }

    /** The keys that the view asks for and its English properties do not have, one line each. */
    List<String> unknownKeys() {
        String name = file.getFileName().toString();
        Path properties = file.resolveSibling(name.replaceFirst("\\.jelly$", ".properties"));
        Set<String> known = Files.exists(properties) ? PropertiesComparison.keys(properties) : Set.of();
        return keys().stream()
                .filter(key -> !known.contains(key))
                .map(key -> file + ": " + key + " is not in " + properties.getFileName())
                .toList();
    }

    /** Texts that cannot be translated where they are, one line each. */
    List<String> literals() {
        List<String> literals = new ArrayList<>();
        collect(document().getDocumentElement(), literals);
        return literals.stream().map(text -> file + ": " + text).toList();
    }

    /** Placeholders that nobody would see, one line each. */
    List<String> lostPlaceholders() {
        List<String> lost = new ArrayList<>();
        NodeList elements = document().getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.hasAttribute("placeholder") && !WITH_PLACEHOLDER.contains(element.getLocalName())) {
                lost.add(file + ": " + element.getTagName() + " shows no placeholder");
            }
        }
        return lost;
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = KEY.matcher(Languages.read(file));
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    private static void collect(Element element, List<String> literals) {
        if ("documentation".equals(element.getLocalName())) {
            return; // for developers
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (isVisible(element, attribute) && isLiteral(attribute.getValue())) {
                literals.add(attribute.getName() + "=" + attribute.getValue());
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                collect(inner, literals);
            } else if (child.getNodeType() != Node.COMMENT_NODE && isLiteral(child.getNodeValue())) {
                literals.add(child.getNodeValue().strip());
            }
        }
    }

    private static boolean isVisible(Element element, Attr attribute) {
        return VISIBLE.contains(attribute.getName())
                || ("value".equals(attribute.getName()) && BUTTONS.contains(element.getLocalName()));
    }

    private static boolean isLiteral(String text) {
        return !EXAMPLES.contains(text.strip())
                && LETTER.matcher(EXPRESSION.matcher(text).replaceAll("")).find();
    }

    private Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (Exception e) {
            throw new AssertionError("cannot be read: " + file, e);
        }
    }
}
