package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.CreateCharacterRequest;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.EditVideoRequest;
import io.jenkins.plugins.videogeneration.api.ExtendVideoRequest;
import io.jenkins.plugins.videogeneration.api.InputReference;
import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.RemixVideoRequest;
import io.jenkins.plugins.videogeneration.api.SourceVideo;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoCharacter;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;

/** What can be asked of a service, each as one line of the matrix. Each fails unless it worked. */
enum MatrixOperation {
    CREATE(1) {
        @Override
        void run(DialectStudio studio, String video) {
            Video made = studio.result(studio.client.create(DialectStudio.request("A dog")));
            require(!made.id().isBlank() && !made.status().isFailure(), made);
        }
    },
    EXTEND(1) {
        @Override
        void run(DialectStudio studio, String video) {
            Video made = studio.result(studio.client.extend(
                    new ExtendVideoRequest(new SourceVideo.ById(video), "It goes on", "4", Map.of())));
            require(Double.parseDouble(made.seconds()) == 8, made);
        }
    },
    EDIT(1) {
        @Override
        void run(DialectStudio studio, String video) {
            Video made = studio.result(
                    studio.client.edit(new EditVideoRequest(new SourceVideo.ById(video), "In blue", Map.of())));
            require(!made.id().equals(video), made);
        }
    },
    REMIX(1) {
        @Override
        void run(DialectStudio studio, String video) {
            Video made = studio.result(studio.client.remix(new RemixVideoRequest(video, "As a drawing", Map.of())));
            require(made.remixedFromVideoId() != null && !made.id().equals(video), made);
        }
    },
    EXTEND_A_FILE(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            Video made = studio.result(studio.client.extend(
                    new ExtendVideoRequest(new SourceVideo.OfFile(film(studio)), "It goes on", "4", Map.of())));
            require(!made.id().equals(video), made);
        }
    },
    EDIT_A_FILE(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            Video made = studio.result(studio.client.edit(
                    new EditVideoRequest(new SourceVideo.OfFile(film(studio)), "In blue", Map.of())));
            require(!made.id().equals(video), made);
        }
    },
    LIST(0) {
        @Override
        void run(DialectStudio studio, String video) {
            List<Video> all = studio.result(studio.client.listAll(ListQuery.newest(), 10));
            require(
                    all.size() == 1
                            && all.get(0).id().equals(video)
                            && all.get(0).createdAt() != null,
                    all);
        }
    },
    RETRIEVE(0) {
        @Override
        void run(DialectStudio studio, String video) {
            Video found = studio.result(studio.client.retrieve(video));
            require(found.status().isSuccess() && found.createdAt() != null && found.seconds() != null, found);
        }
    },
    DELETE(0) {
        @Override
        void run(DialectStudio studio, String video) {
            require(studio.result(studio.client.delete(video)).deleted(), video);
        }
    },
    DOWNLOAD_VIDEO(0) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            Path file = studio.file("video.mp4");
            VideoDownload download = new VideoDownload(studio.client, video, file, Runnable::run, problem -> {});
            studio.result(download.start(content -> content));
            require(head(file).startsWith("ftyp", 4), head(file));
        }
    },
    DOWNLOAD_THUMBNAIL(0) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            requirePicture(studio, video, ContentVariant.THUMBNAIL);
        }
    },
    DOWNLOAD_SPRITESHEET(0) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            requirePicture(studio, video, ContentVariant.SPRITESHEET);
        }
    },
    CREATE_CHARACTER(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            require(character(studio).id() != null, video);
        }
    },
    RETRIEVE_CHARACTER(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            VideoCharacter made = hasCharacters(studio) ? character(studio) : new VideoCharacter("char_1", null, null);
            VideoCharacter found = studio.result(studio.client.retrieveCharacter(made.id()));
            require(found.equals(made), found);
        }
    },
    RENDER(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            requireDelivered(studio, DialectStudio.request("A dog"));
        }
    },
    RENDER_FROM_IMAGE(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            requireDelivered(
                    studio, startingFrom(new InputReference.OfFile(Upload.of("inputReference", image(studio)))));
        }
    },
    RENDER_FROM_DATA_URL(1) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            byte[] image = Files.readAllBytes(image(studio));
            String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(image);
            requireDelivered(studio, startingFrom(new InputReference.OfUrl(url)));
        }
    },
    RENDER_WITH_PICTURE(1) {
        @Override
        void run(DialectStudio studio, String video) {
            RunningRender render = studio.start(
                    DialectStudio.request("A dog"), List.of(ContentVariant.VIDEO, ContentVariant.THUMBNAIL));
            RenderRecord record = studio.result(render.outcome());
            require(record.phase() == Phase.DELIVERED, record);
            if (record.pictures().isEmpty()) {
                throw new UnsupportedOperationException(studio.listener.events().toString());
            }
        }
    },
    RENDER_CHARACTER(2) {
        @Override
        void run(DialectStudio studio, String video) throws IOException {
            requireDelivered(
                    studio,
                    new CreateVideoRequest(
                            "Hero runs",
                            null,
                            "720x1280",
                            "4",
                            null,
                            List.of(character(studio).id()),
                            Map.of()));
        }
    },
    FIND_LOST_RENDER(1) {
        @Override
        void run(DialectStudio studio, String video) {
            studio.simulator.inject(Operation.CREATE, 1, Fault.answerLost());
            try {
                requireDelivered(studio, DialectStudio.request("A dog"));
            } catch (RenderException | IOException e) {
                require(e.getMessage().contains("the service's list cannot be read"), e.getMessage());
                throw new UnsupportedOperationException(e);
            }
        }
    },
    FAILING_RENDER(1) {
        @Override
        void run(DialectStudio studio, String video) {
            RunningRender render = studio.start(DialectStudio.request(DialectStudio.FAILING_PROMPT));
            try {
                throw new AssertionError("It became " + studio.result(render.outcome()));
            } catch (RenderException e) {
                require(e.getMessage().contains("The render failed on the server"), e.getMessage());
            }
        }
    },
    CANCEL_WITH_DELETE(1) {
        @Override
        void run(DialectStudio studio, String video) {
            RunningRender render = studio.start(DialectStudio.request("A dog"));
            studio.time.runNext();
            render.cancel();
            studio.runOut();
            List<String> events = studio.listener.events();
            String last = events.get(events.size() - 1);
            if (last.contains("This service does not support it")) {
                throw new UnsupportedOperationException(last);
            }
            require(last.startsWith("remoteDeleted") && last.endsWith(" deleted"), last);
        }
    };

    private final int posts;

    MatrixOperation(int posts) {
        this.posts = posts;
    }

    /** How many requests it sends that are paid for, if it works. */
    int posts() {
        return posts;
    }

    /** @param video the id of a finished video */
    abstract void run(DialectStudio studio, String video) throws IOException;

    private static void requireDelivered(DialectStudio studio, SubmitRequest request) throws IOException {
        RenderRecord record = studio.result(studio.start(request).outcome());
        require(record.phase() == Phase.DELIVERED && record.file().durationSeconds() == 4, record);
        require(head(studio.shelf.file("cat.mp4")).startsWith("ftyp", 4), record);
    }

    private static void requirePicture(DialectStudio studio, String video, ContentVariant variant) throws IOException {
        Path file = studio.file("picture");
        studio.result(studio.client.downloadContent(video, variant, file));
        String head = head(file);
        require(head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("WEBP", 8), head);
    }

    private static VideoCharacter character(DialectStudio studio) throws IOException {
        Path file = Files.write(studio.file("hero.mp4"), Mp4s.small());
        return studio.result(studio.client.createCharacter(
                new CreateCharacterRequest("Hero", Upload.of("video", file)), new CompletableFuture<>()));
    }

    private static Upload film(DialectStudio studio) throws IOException {
        return Upload.of("video", Files.write(studio.file("film.mp4"), Mp4s.small()));
    }

    private static Path image(DialectStudio studio) throws IOException {
        Path image = studio.file("start.png");
        ImageIO.write(new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        return image;
    }

    private static CreateVideoRequest startingFrom(InputReference reference) {
        return new CreateVideoRequest("A dog", null, "720x1280", "4", reference, List.of(), Map.of());
    }

    private static boolean hasCharacters(DialectStudio studio) {
        return List.of("reference", "litellm", "gateway")
                .contains(studio.simulator.settings().dialect().name());
    }

    private static String head(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new String(Arrays.copyOf(bytes, 16), StandardCharsets.ISO_8859_1);
    }

    private static void require(boolean right, Object seen) {
        if (!right) {
            throw new AssertionError("unexpected: " + seen);
        }
    }
}
