/** A fixed class of the notebooks' kernel: {@link org.rapaio.jupyter.kernel.channels.LoopThread}. */
package org.rapaio.jupyter.kernel.channels;
