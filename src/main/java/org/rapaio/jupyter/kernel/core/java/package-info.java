/** A fixed class of the notebooks' kernel: {@link org.rapaio.jupyter.kernel.core.java.RapaioExecutionControl}. */
package org.rapaio.jupyter.kernel.core.java;
