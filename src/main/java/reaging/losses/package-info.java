/** What the two players minimise, as pure functions of tensors. Section 3.4 of the paper; R1 from StarGAN v2. */
package reaging.losses;
