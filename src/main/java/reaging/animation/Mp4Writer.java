package reaging.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import reaging.pictures.writing.SyntheticMark;

/**
 * Writes an MP4 file of H.264 pictures with FFmpeg, whose native library is not part of every build, see {@link #isAvailable}.
 * H.264 requires an even width and height, so a last odd row or column is left out.
 */
public final class Mp4Writer implements FrameWriter {
    private static final String NATIVE_LIBRARY = "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "/";

    /** Bits per second and pixel that slowly changing faces need to look like the original. */
    private static final double BITS_PER_PIXEL = 4;

    private static final int LEAST_BITS = 400_000;
    private static final int MOST_BITS = 20_000_000;

    private final FFmpegFrameRecorder recorder;
    private final Java2DFrameConverter converter = new Java2DFrameConverter();
    private final int width;
    private final int height;

    /** Whether FFmpeg's native library is part of this build. */
    public static boolean isAvailable() {
        return Mp4Writer.class.getResource(NATIVE_LIBRARY) != null;
    }

    /**
     * Starts a file.
     *
     * @param width width of the frames in pixels, at least 2
     * @param height height of the frames in pixels, at least 2
     * @param framesPerSecond frame rate, more than 0
     * @param mark the file's comment
     */
    public Mp4Writer(Path file, int width, int height, double framesPerSecond, SyntheticMark mark) throws IOException {
        if (!isAvailable()) {
            throw new IllegalStateException("MP4 files need FFmpeg's native library but this build lacks it");
        }
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException(
                    "an MP4 file must have at least 2 x 2 pixels but has " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        recorder = new FFmpegFrameRecorder(file.toFile(), width & ~1, height & ~1);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(framesPerSecond);
        recorder.setVideoBitrate((int) Math.min(MOST_BITS, Math.max(LEAST_BITS, BITS_PER_PIXEL * width * height)));
        // Lets players start before they have the whole file.
        recorder.setOption("movflags", "+faststart");
        recorder.setMetadata("comment", mark.words());
        recorder.setMetadata("description", SyntheticMark.SOURCE_TYPE);
        try {
            recorder.start();
        } catch (IOException e) {
            recorder.release();
            throw e;
        }
    }

    @Override
    public void write(BufferedImage frame) throws IOException {
        if (frame.getWidth() != width || frame.getHeight() != height) {
            throw new IllegalArgumentException("all frames must be of " + width + " x " + height
                    + " pixels but one is of " + frame.getWidth() + " x " + frame.getHeight());
        }
        // The layout that the recorder expects by default: blue, green and red, a byte each.
        var even = new BufferedImage(width & ~1, height & ~1, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = even.createGraphics();
        graphics.drawImage(frame, 0, 0, null);
        graphics.dispose();
        recorder.record(converter.convert(even));
    }

    @Override
    public void close() throws IOException {
        try (converter) {
            recorder.close();
        }
    }
}
