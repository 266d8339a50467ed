/** One class of the notebooks' kernel, mended: {@link org.rapaio.jupyter.kernel.core.java.RapaioExecutionControl}. */
package org.rapaio.jupyter.kernel.core.java;
