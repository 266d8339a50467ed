"""Executes a notebook from top to bottom; fails if a cell does.

run_notebook.py NOTEBOOK RESULT [NAME=VALUE ...]; RESULT gets the notebook with its outputs, the rest is environment.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

notebook, result, *settings = sys.argv[1:]
os.environ.update(setting.split("=", 1) for setting in settings)
cells = nbformat.read(notebook, as_version=4)
client = NotebookClient(cells, kernel_name="python3", timeout=1200, resources={"metadata": {"path": Path(notebook).parent}})
client.execute()
for cell in cells.cells:
    # When a cell ran and how warnings are worded says nothing about the experiment.
    cell.metadata.pop("execution", None)
    if cell.cell_type == "code":
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
nbformat.write(cells, result)
