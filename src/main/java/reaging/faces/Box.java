package reaging.faces;

import reaging.data.FivePoints.Point;

/** An upright rectangle in a photo, in pixels. */
public record Box(double x, double y, double width, double height) {
    static Box around(Point middle, double width, double height) {
        return new Box(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    /** Returns its centre. */
    public Point middle() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** Returns its area in square pixels. */
    public double area() {
        return width * height;
    }

    /** Returns the intersection with another box divided by their union. */
    double overlap(Box other) {
        double common = common(other);
        return common / (area() + other.area() - common);
    }

    /** Returns the intersection with another box divided by the smaller area. */
    double inside(Box other) {
        return common(other) / Math.min(area(), other.area());
    }

    private double common(Box other) {
        double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(0, wide) * Math.max(0, high);
    }
}
