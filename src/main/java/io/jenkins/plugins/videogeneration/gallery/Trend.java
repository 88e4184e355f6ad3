package io.jenkins.plugins.videogeneration.gallery;

import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Values of renders as the bars of a drawing, oldest first. */
@Restricted(NoExternalUse.class)
public final class Trend {

    /** The drawing's height, in its own units. */
    private static final int HEIGHT = 100;

    private static final int STEP = 12;
    private static final int WIDTH = 8;

    private final String title;
    private final String summary;
    private final List<Value> values;

    /**
     * One render's.
     *
     * @param amount not negative
     * @param label what it says to a person
     */
    record Value(double amount, String label) {}

    /** What the values lie around; zero without any. */
    record Span(double average, double most) {

        static Span of(List<Value> values) {
            return new Span(
                    values.stream().mapToDouble(Value::amount).average().orElse(0),
                    values.stream().mapToDouble(Value::amount).max().orElse(0));
        }
    }

    /** One render, ready to be drawn. */
    public record Bar(int x, int y, int width, int height, String label) {
        // for Jelly, which knows getters alone
        public int getX() {
            return x;
        }

        public int getY() {
            return y;
        }

        public int getWidth() {
            return width;
        }

        public int getHeight() {
            return height;
        }

        public String getLabel() {
            return label;
        }
    }

    Trend(String title, String summary, List<Value> values) {
        this.title = title;
        this.summary = summary;
        this.values = List.copyOf(values);
    }

    /** One value is no trend, and neither are many of nothing. */
    boolean isWorthShowing() {
        return values.size() > 1 && Span.of(values).most() > 0;
    }

    public String getTitle() {
        return title;
    }

    public String getSummary() {
        return summary;
    }

    public List<Bar> getBars() {
        double most = Span.of(values).most();
        List<Bar> bars = new ArrayList<>();
        for (Value value : values) {
            // one of next to nothing can still be seen, and pointed at
            int height = (int) Math.max(2, HEIGHT * value.amount() / most);
            bars.add(new Bar(bars.size() * STEP, HEIGHT - height, WIDTH, height, value.label()));
        }
        return bars;
    }

    public int getWidth() {
        return Math.max(1, values.size() * STEP - (STEP - WIDTH));
    }

    public int getHeight() {
        return HEIGHT;
    }
}
