/** One class of the notebooks' kernel, mended: {@link org.rapaio.jupyter.kernel.channels.LoopThread}. */
package org.rapaio.jupyter.kernel.channels;
