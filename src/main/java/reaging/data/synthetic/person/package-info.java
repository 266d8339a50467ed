/**
 * Who a synthetic person is, and what the years change.
 *
 * <p>Read {@link reaging.data.synthetic.person.SyntheticIdentity}, {@link reaging.data.synthetic.person.SyntheticScene}, and {@link reaging.data.synthetic.person.AgedPerson}, which brings identity and age together. Uses {@code data}.
 */
package reaging.data.synthetic.person;
