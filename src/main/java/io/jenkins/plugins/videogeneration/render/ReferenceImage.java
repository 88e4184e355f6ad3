package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ImageSize;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Upload;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A reference image and the size of the video that it belongs to. The reference service refuses an image of another size,
 * so that is found out before anything is sent.
 */
public final class ReferenceImage {

    private static final String FIELD = "inputReference";
    /** An image of more pixels would cost more memory than a controller should spend on it. */
    private static final long MAX_PIXELS = 64_000_000;

    private ReferenceImage() {}

    /**
     * The image in the size that was asked for.
     *
     * @param size WIDTHxHEIGHT, or null if the service decides; then the image stays as it is
     * @param fit whether an image of another size is scaled and cropped, keeping its middle
     * @param folder where a fitted image is written
     * @throws InvalidRequestException if the sizes differ and {@code fit} is false, or the image can't be scaled
     * @throws IOException if the image can't be read, or the fitted one can't be written
     */
    public static Upload of(Upload image, String size, boolean fit, Path folder) throws IOException {
        if (size == null || !image.isImage()) {
            return image;
        }
        try {
            return inSize(image, size, fit, folder);
        } catch (IIOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // what readers throw at a damaged file
            throw new InvalidRequestException(
                    FIELD, Text.of("render.ReferenceImage.unreadable", image.mediaType(), e.getMessage()));
        }
    }

    private static Upload inSize(Upload image, String size, boolean fit, Path folder) throws IOException {
        String[] sides = size.split("x");
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);
        try (ImageInputStream in = ImageIO.createImageInputStream(image.file().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return unscalable(image, size, fit);
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            try {
                int imageWidth = reader.getWidth(0);
                int imageHeight = reader.getHeight(0);
                if (imageWidth == width && imageHeight == height) {
                    return image;
                }
                requireFit(fit, imageWidth + "x" + imageHeight, size);
                requireScalable((long) imageWidth * imageHeight, (long) width * height);
                return write(scale(reader.read(0), width, height), folder);
            } finally {
                reader.dispose();
            }
        }
    }

    /** A type that Java can't read. Of WebP the size is known; the others the service will judge. */
    private static Upload unscalable(Upload image, String size, boolean fit) throws IOException {
        Optional<String> is = ImageSize.of(head(image.file())).map(ImageSize::toString);
        if (is.isPresent() && is.get().equals(size)) {
            return image;
        }
        if (fit) {
            throw new InvalidRequestException(FIELD, Text.of("render.ReferenceImage.noScaling", image.mediaType()));
        }
        is.ifPresent(actual -> requireFit(false, actual, size));
        return image;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ImageSize.HEAD_BYTES);
        }
    }

    /**
     * Checks the image of a data URL; what is at another URL only the service can look at.
     *
     * @param size WIDTHxHEIGHT, or null if the service decides
     * @throws InvalidRequestException if the sizes differ
     */
    public static void checkDataUrl(String field, String url, String size) {
        Optional<ImageSize> image = ImageSize.ofDataUrl(url);
        if (size != null && image.isPresent() && !image.get().toString().equals(size)) {
            throw new InvalidRequestException(
                    field, Text.of("render.ReferenceImage.otherSizeAtUrl", image.get(), size));
        }
    }

    private static void requireFit(boolean fit, String is, String wanted) {
        if (!fit) {
            throw new InvalidRequestException(FIELD, Text.of("render.ReferenceImage.otherSize", is, wanted));
        }
    }

    private static void requireScalable(long pixels, long wantedPixels) {
        if (pixels > MAX_PIXELS) {
            throw new InvalidRequestException(FIELD, Text.of("render.ReferenceImage.large"));
        }
        if (wantedPixels > MAX_PIXELS) {
            throw new InvalidRequestException(FIELD, Text.of("render.ReferenceImage.largeVideo"));
        }
    }

    /** Fills the whole picture and cuts off what is too much at two sides. */
    private static BufferedImage scale(BufferedImage image, int width, int height) {
        double factor = Math.max((double) width / image.getWidth(), (double) height / image.getHeight());
        int scaledWidth = (int) Math.ceil(image.getWidth() * factor);
        int scaledHeight = (int) Math.ceil(image.getHeight() * factor);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                image, (width - scaledWidth) / 2, (height - scaledHeight) / 2, scaledWidth, scaledHeight, null);
        graphics.dispose();
        return scaled;
    }

    private static Upload write(BufferedImage image, Path folder) throws IOException {
        Path file = folder.resolve("reference.png");
        Files.createDirectories(folder);
        ImageIO.write(image, "png", file.toFile());
        return Upload.of(FIELD, file);
    }
}
