/**
 * Defines who a synthetic person is, and how they age.
 *
 * <p>Read {@link reaging.data.synthetic.person.SyntheticIdentity}, {@link reaging.data.synthetic.person.SyntheticScene}, and {@link reaging.data.synthetic.person.AgedPerson}, which combines identity and age. Uses {@code data}.
 */
@NullMarked
package reaging.data.synthetic.person;

import org.jspecify.annotations.NullMarked;
