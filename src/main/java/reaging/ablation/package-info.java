/**
 * What each part of the network is good for: it is trained without that part and measured.
 *
 * <p>Read {@link reaging.ablation.Ablation}, {@link reaging.ablation.AblationRun} and {@link reaging.ablation.AblationReport}. Uses {@code training}, {@code savedmodel} and {@code evaluation}.
 */
package reaging.ablation;
