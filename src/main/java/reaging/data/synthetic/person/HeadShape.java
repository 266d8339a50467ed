package reaging.data.synthetic.person;

import java.awt.Shape;
import reaging.data.Sex;

/**
 * The proportions of a person's head at an age, by which the parts of the face are placed. Lengths are in units of the image's
 * side, half widths are measured from the centre line, heights downwards from the eyes.
 *
 * <p>The eyes stay in place, as in photos aligned by the eyes; with age the skull above them becomes lower and the face below
 * them longer. The numbers are our choice, based on the drawing rule that a baby's eyes are below the middle of the head and an
 * adult's in the middle.
 */
public record HeadShape(
        double top,
        double temple,
        double cheek,
        double jaw,
        double chinWidth,
        double chin,
        double eyeX,
        double noseY,
        double mouthY,
        double ear,
        double neck) {

    /** The height at which the skull is widest. */
    public static final double TEMPLE_Y = -.10;

    private static final AgeCurve TOP = AgeCurve.through(0, -.405, 4.5, -.39, 8, -.375, 12, -.362, 17, -.35, 25, -.345);
    private static final AgeCurve TEMPLE = AgeCurve.through(0, .298, 4.5, .285, 8, .274, 12, .265, 17, .258, 80, .252);
    private static final AgeCurve CHEEK = AgeCurve.through(
            0, .302, 4.5, .284, 8, .270, 12, .259, 17, .248, 25, .244, 35, .252, 45, .253, 60, .248, 85, .235);
    private static final AgeCurve JAW = AgeCurve.through(
            0, .236, 4.5, .220, 8, .208, 12, .200, 17, .190, 25, .188, 35, .201, 45, .208, 60, .216, 80, .213);
    private static final AgeCurve CHIN_WIDTH = AgeCurve.through(0, .105, 8, .095, 17, .085, 45, .09, 70, .105);
    private static final AgeCurve CHIN =
            AgeCurve.through(0, .272, 2, .281, 4.5, .294, 8, .307, 12, .321, 17, .335, 25, .342, 60, .350, 85, .355);
    private static final AgeCurve NOSE =
            AgeCurve.through(0, .080, 4.5, .092, 8, .102, 12, .114, 17, .126, 25, .130, 60, .142, 90, .152);
    private static final AgeCurve MOUTH =
            AgeCurve.through(0, .166, 4.5, .182, 8, .194, 12, .206, 17, .218, 25, .224, 60, .234, 90, .240);
    private static final AgeCurve EAR = AgeCurve.through(0, .056, 8, .064, 17, .068, 40, .070, 85, .088);
    private static final AgeCurve NECK = AgeCurve.through(0, .140, 4.5, .124, 10, .120, 17, .135, 60, .140, 85, .132);
    /** Before puberty boys and girls have the same proportions. */
    private static final AgeCurve MATURITY = AgeCurve.through(10, 0, 19, 1);

    static HeadShape of(SyntheticIdentity identity, double age) {
        var own = identity.features();
        double male = (identity.sex() == Sex.MALE ? 1 : -.6) * MATURITY.at(age);
        double chin = CHIN.at(age) + .014 * own.faceLength() + .009 * male;
        double width = 1 + .055 * own.headWidth() + .015 * male;
        return new HeadShape(
                TOP.at(age) - .008 * own.faceLength(),
                TEMPLE.at(age) * width,
                CHEEK.at(age) * width,
                JAW.at(age) * width + .014 * own.jawWidth() + .012 * male,
                CHIN_WIDTH.at(age) + .016 * own.chinWidth() + .012 * male,
                chin,
                .112 + .009 * own.eyeSpacing(),
                NOSE.at(age) + .010 * own.noseLength() + .004 * male,
                MOUTH.at(age) + .006 * own.faceLength() + .006 * own.noseLength() + .005 * male,
                EAR.at(age) * (1 + .12 * own.earSize()),
                NECK.at(age) * (1 + .16 * male));
    }

    /** Returns the outline of skull and face, without ears and neck. */
    public Shape outline() {
        double skull = TEMPLE_Y - top;
        return SmoothPath.from(.20 * temple, top + .012 * skull)
                .to(.58 * temple, TEMPLE_Y - .83 * skull)
                .to(.88 * temple, TEMPLE_Y - .48 * skull)
                .to(temple, TEMPLE_Y)
                .to(cheek, .05)
                .to(.5 * (cheek + jaw) + .012, .14)
                .to(jaw, .66 * chin)
                .to(.5 * (jaw + chinWidth) + .012, .86 * chin)
                .to(chinWidth * .8, .975 * chin)
                .to(chinWidth * .25, chin)
                .mirrored();
    }
}
