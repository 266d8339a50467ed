/** What is measured, as pure functions of numbers; each says where its formula comes from. */
package reaging.evaluation.measures;
