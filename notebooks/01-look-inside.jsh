// ## Overview
//
// A face goes in, the same person at another age comes out. Re-Aging GAN (ICCV 2021) does that with three networks one after
// the other: an identity encoder says who it is, an age modulator shapes that towards a target age, a decoder draws the
// result. This part opens a trained model and follows one face through it.
//
// In the shell: `./ragan shell`, then `/open notebooks/01-look-inside.jsh`. `help()` says what else one can type.

var model = open("synthetic-tiny");
System.out.println(model);

// The face is a synthetic one, drawn from a number, so that the truth is known: `person(3, 70)` is the same person at 70.
// `photo("me.jpg")` takes the largest face of any photo, `crop("face.png")` a photo that is cropped to it.

var me = person(3);
show(grid(model, me));
show(grid(me, model.reage(me, 70), person(3, 70)));

// ## Identity Encoder
//
// The image [S, S, 3] becomes f_id, [16, 16, C]: features of who it is. Only the face counts: the mask cuts the first layer's
// features. The brighter, the stronger; then the channels that differ most from place to place.

var identity = model.identity(me);
System.out.println(identity);
show(heat(identity));

// The first layer still sees the image, the last one no longer.

show(heat(model.features(me, 70, "identity_encoder/from_rgb")));

// ## Age Modulator
//
// f_id and the code of the target age become f_aw, a vector [d] that guides the decoder. Its conditional batch norm depends
// on the target age. So the vector depends on the age, and, since the identity goes in too, on the person.

var young = model.style(me, 5);
var old = model.style(me, 70);
System.out.println(young);
System.out.println(old);
show(plot("f_aw of " + me.title())
        .axes("component", "value")
        .line("5 years", young.toArray())
        .line("70 years", old.toArray()));

// ## Decoder
//
// It draws f_id, and f_aw scales and shifts the features in every block (AdaIN). Outside the mask the features of the original
// image flow in, so that the background stays. A layer in the middle of it, on the way to 5 and to 70 years:

show(heat(model.features(me, 5, "decoder/block_2/conv_1")));
show(heat(model.features(me, 70, "decoder/block_2/conv_1")));

// This model has attention: a last layer tells for each pixel how much is drawn (bright, in "channel 0") and how much of the
// image stays (dark).

show(heat(model.features(me, 5, "decoder/attention")));
show(heat(model.features(me, 70, "decoder/attention")));

// ## Discriminator
//
// It is needed for training only, so it is no part of a SavedModel: one body with ten branches, one for each age group, each
// of which says whether an image is a real face of its group. These are its layers, then those of the generator.

System.out.println(new Layers(NetworkSummary.ofDiscriminator(ModelConfig.preset("tiny-64"))));
System.out.println(layers(model));
