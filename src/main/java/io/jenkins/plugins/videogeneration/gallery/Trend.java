package io.jenkins.plugins.videogeneration.gallery;

import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Values of renders as the bars of a drawing, oldest first. */
@ExportedBean(defaultVisibility = 2)
@Restricted(NoExternalUse.class)
public final class Trend {

    /** The drawing's height, in its own units. */
    private static final int HEIGHT = 100;

    private static final int STEP = 12;
    private static final int WIDTH = 8;
    private static final int FEWEST_PLACES = 12;

    private final String title;
    private final String summary;
    private final List<Value> values;

    /**
     * One render's.
     *
     * @param amount not negative
     * @param label what it says to a person
     */
    @ExportedBean(defaultVisibility = 3)
    public record Value(double amount, String label) {
        @Exported
        public double getAmount() {
            return amount;
        }

        @Exported
        public String getLabel() {
            return label;
        }
    }

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

    @Exported
    public String getTitle() {
        return title;
    }

    @Exported
    public String getSummary() {
        return summary;
    }

    /** Oldest first. */
    @Exported
    public List<Value> getValues() {
        return values;
    }

    public List<Bar> getBars() {
        double most = Span.of(values).most();
        List<Bar> bars = new ArrayList<>();
        for (Value value : values) {
            // one of next to nothing can still be seen, and pointed at
            int height = (int) Math.max(2, HEIGHT * value.amount() / most);
            bars.add(new Bar(bars.size() * STEP + (STEP - WIDTH) / 2, HEIGHT - height, WIDTH, height, value.label()));
        }
        return bars;
    }

    /** Room for a few more, so that two renders are no two walls. */
    public int getWidth() {
        return Math.max(FEWEST_PLACES, values.size()) * STEP;
    }

    /** Where a line lies that is as high as the average. */
    public int getAverageY() {
        Span span = Span.of(values);
        return (int) (HEIGHT - HEIGHT * span.average() / span.most());
    }

    public int getHeight() {
        return HEIGHT;
    }
}
