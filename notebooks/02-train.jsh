// ## Optimization
//
// A new training of the smallest preset on synthetic faces, which are drawn as they are needed. Adam moves both networks, the
// learning rate falls in stages; the configuration holds every number.

var t = trainer("synthetic", "tiny-32");
System.out.println(t.config().training());

// ## Experimental Setup
//
// Some steps, each of the discriminator and then of the generator. Ctrl-C (in a notebook: interrupt) ends them after the step
// that runs; `t.step(1000)` goes on from there.

t.step(40);
System.out.println(t);
show(t.losses());

// ## Expected Output
//
// Faces that are not trained on, at all ten ages, as the averaged generator draws them now. Forty steps make a blur; ten
// minutes of `./ragan train` make the faces of the README.

show(t.samples());

// The model as it is now can be opened like any other. `t.save("DIR")` keeps it.

var mine = t.model();
show(grid(mine, person(3), person(14)));
free(mine);
free(t);
