package io.jenkins.plugins.videogeneration.api;

/** A value that is refused before anything is sent, and so before anything is paid. */
public class InvalidRequestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Text problem;

    /**
     * @param field the name of the field as the user writes it
     * @param problem what is wrong with the value and what would be right; continues a sentence that begins with the
     *     field's name
     */
    public InvalidRequestException(String field, Text problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** For words that are in the reader's language already. */
    public InvalidRequestException(String field, String problem) {
        this(field, Text.verbatim(problem));
    }

    public String field() {
        return field;
    }

    public Text problem() {
        return problem;
    }
}
