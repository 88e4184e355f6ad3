package io.jenkins.plugins.videogeneration.simulator.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jcodec.codecs.h264.mp4.AvcCBox;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.boxes.AliasBox;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.ChunkOffsetsBox;
import org.jcodec.containers.mp4.boxes.DataInfoBox;
import org.jcodec.containers.mp4.boxes.DataRefBox;
import org.jcodec.containers.mp4.boxes.FileTypeBox;
import org.jcodec.containers.mp4.boxes.HandlerBox;
import org.jcodec.containers.mp4.boxes.Header;
import org.jcodec.containers.mp4.boxes.MediaBox;
import org.jcodec.containers.mp4.boxes.MediaHeaderBox;
import org.jcodec.containers.mp4.boxes.MediaInfoBox;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.MovieHeaderBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
import org.jcodec.containers.mp4.boxes.SampleDescriptionBox;
import org.jcodec.containers.mp4.boxes.SampleEntry;
import org.jcodec.containers.mp4.boxes.SampleSizesBox;
import org.jcodec.containers.mp4.boxes.SampleToChunkBox;
import org.jcodec.containers.mp4.boxes.SampleToChunkBox.SampleToChunkEntry;
import org.jcodec.containers.mp4.boxes.TimeToSampleBox;
import org.jcodec.containers.mp4.boxes.TimeToSampleBox.TimeToSampleEntry;
import org.jcodec.containers.mp4.boxes.TrackHeaderBox;
import org.jcodec.containers.mp4.boxes.TrakBox;
import org.jcodec.containers.mp4.boxes.VideoMediaHeaderBox;
import org.jcodec.containers.mp4.boxes.VideoSampleEntry;

/**
 * Lays out an MP4 with one video track of key frames: {@code ftyp}, {@code moov}, {@code mdat}. The index comes first, so that playback can
 * start while the file still arrives. jcodec's own muxer leaves gaps in the file and writes the current time into it; the same card has to
 * give the same bytes, or a client could not resume a download.
 *
 * @param size of the visible picture
 * @param createdAtMillis since 1970; the format keeps whole seconds
 * @param configuration the stream's parameters
 * @param samples the pictures, each as length-prefixed NAL units
 * @param durations of the pictures in milliseconds
 */
record Mp4File(
        Size size, long createdAtMillis, AvcCBox configuration, List<ByteBuffer> samples, List<Integer> durations) {

    private static final int TIMESCALE = 1000;
    private static final int[] UNITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    private static final int UNDETERMINED_LANGUAGE = 0x55c4;
    private static final int ENABLED_AND_IN_MOVIE = 3;
    private static final String NONE = "\0\0\0\0";

    byte[] bytes() {
        ByteBuffer fileType =
                serialize(FileTypeBox.createFileTypeBox("isom", 512, List.of("isom", "iso2", "avc1", "mp41")));
        // The index holds the place of the data behind it: write it once to know its length.
        long dataAt = fileType.remaining() + serialize(movie(0)).remaining() + Integer.BYTES * 2L;
        ByteBuffer movie = serialize(movie(dataAt));
        int dataLength = samples.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer file = ByteBuffer.allocate((int) dataAt + dataLength);
        file.put(fileType).put(movie);
        Header.createHeader("mdat", dataLength + 8L).write(file);
        samples.forEach(sample -> file.put(sample.duplicate()));
        return file.array();
    }

    private MovieBox movie(long dataAt) {
        MovieBox movie = MovieBox.createMovieBox();
        movie.add(MovieHeaderBox.createMovieHeaderBox(
                TIMESCALE, duration(), 1, 1, createdAtMillis, createdAtMillis, UNITY, 2));
        movie.add(track(dataAt));
        return movie;
    }

    private TrakBox track(long dataAt) {
        TrackHeaderBox header = TrackHeaderBox.createTrackHeaderBox(
                1,
                duration(),
                size.getWidth(),
                size.getHeight(),
                createdAtMillis,
                createdAtMillis,
                0,
                (short) 0,
                0,
                UNITY);
        header.setFlags(ENABLED_AND_IN_MOVIE);
        MediaBox media = MediaBox.createMediaBox();
        media.add(MediaHeaderBox.createMediaHeaderBox(
                TIMESCALE, duration(), UNDETERMINED_LANGUAGE, createdAtMillis, createdAtMillis, 0));
        media.add(HandlerBox.createHandlerBox(NONE, "vide", NONE, 0, 0));
        media.add(mediaInformation(dataAt));
        TrakBox track = TrakBox.createTrakBox();
        track.add(header);
        track.add(media);
        return track;
    }

    private MediaInfoBox mediaInformation(long dataAt) {
        VideoMediaHeaderBox header = VideoMediaHeaderBox.createVideoMediaHeaderBox(0, 0, 0, 0);
        header.setFlags(1);
        DataRefBox references = DataRefBox.createDataRefBox();
        references.add(AliasBox.createSelfRef());
        DataInfoBox data = DataInfoBox.createDataInfoBox();
        data.add(references);
        MediaInfoBox information = MediaInfoBox.createMediaInfoBox();
        information.add(header);
        information.add(data);
        information.add(sampleTable(dataAt));
        return information;
    }

    private NodeBox sampleTable(long dataAt) {
        VideoSampleEntry entry = VideoSampleEntry.videoSampleEntry("avc1", size, "");
        entry.add(configuration);
        NodeBox table = new NodeBox(new Header("stbl"));
        table.add(SampleDescriptionBox.createSampleDescriptionBox(new SampleEntry[] {entry}));
        table.add(TimeToSampleBox.createTimeToSampleBox(timeToSample()));
        table.add(SampleToChunkBox.createSampleToChunkBox(
                new SampleToChunkEntry[] {new SampleToChunkEntry(1, samples.size(), 1)}));
        table.add(SampleSizesBox.createSampleSizesBox2(
                samples.stream().mapToInt(ByteBuffer::remaining).toArray()));
        table.add(ChunkOffsetsBox.createChunkOffsetsBox(new long[] {dataAt}));
        return table;
    }

    /** Runs of samples that are shown equally long. */
    private TimeToSampleEntry[] timeToSample() {
        List<TimeToSampleEntry> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= durations.size(); i++) {
            if (i == durations.size() || !durations.get(i).equals(durations.get(start))) {
                runs.add(new TimeToSampleEntry(i - start, durations.get(start)));
                start = i;
            }
        }
        return runs.toArray(TimeToSampleEntry[]::new);
    }

    private long duration() {
        return durations.stream().mapToLong(Integer::longValue).sum();
    }

    private static ByteBuffer serialize(Box box) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.max(4096, box.estimateSize() + 1024));
        box.write(buffer);
        buffer.flip();
        return buffer;
    }
}
