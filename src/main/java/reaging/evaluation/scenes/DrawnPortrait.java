package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import reaging.data.FivePoints;
import reaging.data.synthetic.SyntheticFaces;

/**
 * A portrait of a synthetic person.
 *
 * @param people set of people
 * @param seed seed of these people
 * @param index index of the person
 */
record DrawnPortrait(SyntheticFaces people, long seed, int index) implements Portrait {
    @Override
    public FivePoints points() {
        return people.points(index, people.age(index));
    }

    @Override
    public double faceWidth() {
        return people.faceWidth(index, people.age(index));
    }

    @Override
    public boolean isDrawn() {
        return true;
    }

    @Override
    public BufferedImage picture(OptionalDouble age, int side) {
        return sized(side).draw(index, age.orElse(people.age(index))).image();
    }

    @Override
    public BufferedImage mask(int side) {
        return sized(side).draw(index).mask();
    }

    private SyntheticFaces sized(int side) {
        return new SyntheticFaces(people.size(), seed, side);
    }
}
