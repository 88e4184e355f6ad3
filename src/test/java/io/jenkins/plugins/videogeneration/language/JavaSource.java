package io.jenkins.plugins.videogeneration.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A class: the sentences that it holds itself although they belong into properties. */
final class JavaSource {

    private static final Pattern TOKEN =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\")|(?<end>[;{}])", Pattern.DOTALL);

    /** Two words one after the other, which no name, path or expression of HTTP has. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[,:]? (?:\\p{L}{2,}\\b|\"$)");

    /** Statements whose words are for developers and for the log, which is in English. */
    private static final Pattern UNSEEN = Pattern.compile(
            "LOGGER|(IllegalArgument|IllegalState|UnsupportedOperation|Cancellation)Exception|requireNonNull|justification =");

    /** Words that are the same in every language, and those that are looked for in what a service says. */
    private static final Set<String> KNOWN = Set.of(
            // names
            "Azure AI Foundry",
            "SGLang Diffusion",
            "Video Generation ",
            "development version",
            // for a service's support
            "request id",
            " [request id ",
            // what a service says
            "not found",
            "404 not found",
            "no route matched",
            "404 page not found",
            "invalid url",
            "unknown url",
            "unknown request url",
            "cannot get ",
            "cannot post ",
            "cannot delete ",
            "an html page",
            // for machines
            "Bearer ",
            "bytes ",
            "GET, HEAD",
            "icon-sm jenkins-!-",
            "private, no-cache",
            "symbol-film plugin-video-generation",
            "yyyy-MM-dd HH:mm VV",
            // for logs, thread dumps and debuggers
            "access to ",
            "fetching ",
            "There is no ",
            " in it, but null",
            "The artifact store answered ",
            "The artifact is shorter than its store says",
            "the client is closed");

    private final Path file;

    JavaSource(Path file) {
        this.file = file;
    }

    /** Sentences that cannot be translated where they are, one line each. */
    List<String> literals() {
        List<String> literals = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        String source = Languages.read(file);
        Matcher token = TOKEN.matcher(source);
        int from = 0;
        while (token.find()) {
            statement.append(source, from, token.start());
            from = token.end();
            if (token.group("end") != null) {
                statement.setLength(0);
            } else if (token.group("text") != null && isSentence(token.group("text"), statement)) {
                literals.add(file + ": " + token.group("text"));
            }
        }
        return literals;
    }

    private static boolean isSentence(String quoted, CharSequence statement) {
        String text = quoted.substring(1, quoted.length() - 1);
        // the attributes of a tag are no words
        String words = text.replaceAll("<[^>]*>?", "");
        return !KNOWN.contains(text)
                && SENTENCE.matcher('"' + words + '"').find()
                && !UNSEEN.matcher(statement).find();
    }
}
