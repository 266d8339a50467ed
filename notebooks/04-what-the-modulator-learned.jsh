// ## What the modulator learned
//
// f_aw is what the decoder gets to know about the target age. How does it move when the age slides from 1 to 80, and does it
// move alike for different people? Six people at thirty ages each make 180 vectors, and their two principal components a map.

import org.hipparchus.stat.projection.PCA;

var model = open("synthetic-tiny");
var people = IntStream.of(0, 13, 24, 35, 46, 57).mapToObj(number -> person(number)).toList();
var ages = IntStream.range(0, 30).mapToDouble(i -> 1 + i * 79 / 29.0).toArray();
double[][] styles = people.stream()
        .flatMap(face -> Arrays.stream(ages).mapToObj(age -> model.style(face, age).toArray()))
        .toArray(double[][]::new);
var pca = new PCA(2);
double[][] map = pca.fitAndTransform(styles);

// How much of the variance does the map show?

double[] mean(List<double[]> rows) {
    return IntStream.range(0, rows.get(0).length)
            .mapToDouble(k -> rows.stream().mapToDouble(row -> row[k]).average().orElse(0))
            .toArray();
}
double spread(List<double[]> rows) {
    var centre = mean(rows);
    return rows.stream()
            .mapToDouble(row -> IntStream.range(0, row.length).mapToDouble(k -> Math.pow(row[k] - centre[k], 2)).sum())
            .average().orElse(0);
}
var all = List.of(styles);
System.out.println("%d vectors of %d numbers; the two components hold %.0f %% of their variance"
        .formatted(styles.length, styles[0].length, 100 * spread(List.of(map)) / spread(all)));

// Each line is a person from 1 year to 80. The code of an age is a mix of its two neighbouring groups, so the lines bend where
// a group's centre is.

var chart = plot("f_aw from 1 to 80 years").axes("component 1", "component 2");
for (int i = 0; i < people.size(); i++) {
    var line = Arrays.copyOfRange(map, i * ages.length, (i + 1) * ages.length);
    chart.path(people.get(i).title(),
            Arrays.stream(line).mapToDouble(point -> point[0]).toArray(),
            Arrays.stream(line).mapToDouble(point -> point[1]).toArray());
}
show(chart);

// How much of f_aw is the age, how much the person? The variance between the means of the ages and between those of the
// people, as shares of the whole.

var byAge = IntStream.range(0, ages.length)
        .mapToObj(a -> mean(IntStream.range(0, people.size()).mapToObj(p -> styles[p * ages.length + a]).toList()))
        .toList();
var byPerson = IntStream.range(0, people.size())
        .mapToObj(p -> mean(IntStream.range(0, ages.length).mapToObj(a -> styles[p * ages.length + a]).toList()))
        .toList();
System.out.println("age explains %.0f %% of f_aw, the person %.0f %%"
        .formatted(100 * spread(byAge) / spread(all), 100 * spread(byPerson) / spread(all)));

// Ages slid for one person: what such a line looks like as faces.

show(model.reage(people.get(3), 1, 8, 17, 30, 45, 60, 80));
