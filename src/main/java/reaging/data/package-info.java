/** The faces: age groups, data sets on disk, synthetic faces, and the pipeline that feeds them to training. */
package reaging.data;
