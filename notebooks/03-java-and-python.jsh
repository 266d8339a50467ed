// ## Java and Python
//
// A model that Java wrote is a SavedModel of TensorFlow 2, and Python runs it as it runs its own. Here both re-age the same
// picture file, and the results are compared pixel by pixel.

import javax.imageio.ImageIO;

var model = open("synthetic-tiny");
var me = person(14);
var folder = Files.createTempDirectory("java-and-python");
var input = folder.resolve("input.png");
var output = folder.resolve("output.png");
Pictures.write(Square.picture(me.image(), model.imageSize()), input);

// Java: the face without its mask, as Python will get it, so that the background is redrawn too.

var java = model.reage(crop(input.toString()), 40);

// Python: the signature `serving_bytes` takes PNG files and gives PNG files.

var program = """
    import sys
    import tensorflow as tf
    model, source, target = sys.argv[1:]
    reage = tf.saved_model.load(model).signatures["serving_bytes"]
    result = reage(image_bytes=tf.constant([tf.io.read_file(source).numpy()]), target_age=tf.constant([40.0]))
    tf.io.write_file(target, result["reaged_bytes"][0])
    """;
var home = Path.of(System.getProperty("ragan.home", "."));
var own = home.resolve(".venv/bin/python");
var python = Files.exists(own) ? own.toString() : "python3";
int code(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
}
boolean ready = code("sh", "-c", "command -v " + python) == 0 && code(python, "-c", "import tensorflow") == 0;
if (!ready) {
    System.out.println("Python with TensorFlow was not found, so only Java ran; see notebooks/requirements.txt");
}

// The comparison, in levels of 0 to 255: rounding may make a difference of 1.

if (ready) {
    System.out.println("Python ended with " + code(python, "-c", program, model.folder().toString(), input.toString(), output.toString()));
    var pythons = ImageIO.read(output.toFile());
    int furthest = 0;
    for (int y = 0; y < pythons.getHeight(); y++) {
        for (int x = 0; x < pythons.getWidth(); x++) {
            for (int band = 0; band < 3; band++) {
                int difference = pythons.getRaster().getSample(x, y, band) - java.image().getRaster().getSample(x, y, band);
                furthest = Math.max(furthest, Math.abs(difference));
            }
        }
    }
    System.out.println("Java and Python differ by at most " + furthest + " of 255");
    show(grid(crop(input.toString()), java, crop(output.toString())));
}
