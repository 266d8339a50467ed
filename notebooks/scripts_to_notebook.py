"""Makes re_aging_gan_java.ipynb of the JShell scripts: comments become text, the code between them becomes cells.

Then `./ragan notebook --execute notebooks/re_aging_gan_java.ipynb` runs it and stores what its cells show.
"""

from itertools import groupby
from pathlib import Path

import nbformat

INTRODUCTION = """# Re-Aging GAN in Java

The chapters are those of the Keras notebook beside this one, and then two more. `./ragan notebook` opens it with its kernel.
Pictures go below the cells that show them:"""
FIRST = "screen(picture -> display(picture));"

FOLDER = Path(__file__).parent


def is_comment(paragraph):
    return all(line.startswith("//") for line in paragraph.splitlines())


def cell(comment, source):
    if not comment:
        return nbformat.v4.new_code_cell(source)
    lines = [line.removeprefix("//").removeprefix(" ") for line in source.splitlines()]
    return nbformat.v4.new_markdown_cell("\n".join(lines))


def notebook():
    made = nbformat.v4.new_notebook()
    made.metadata.kernelspec = {"name": "ragan-java", "display_name": "Java (Re-Aging GAN)", "language": "java"}
    made.cells.append(nbformat.v4.new_markdown_cell(INTRODUCTION))
    made.cells.append(nbformat.v4.new_code_cell(FIRST))
    for script in sorted(FOLDER.glob("[0-9]*.jsh")):
        paragraphs = script.read_text().strip().split("\n\n")
        for comment, group in groupby(paragraphs, is_comment):
            made.cells.append(cell(comment, "\n\n".join(group)))
    for number, each in enumerate(made.cells):
        each.id = f"cell-{number}"  # not random: the same scripts are the same notebook
    return made


if __name__ == "__main__":
    nbformat.write(notebook(), FOLDER / "re_aging_gan_java.ipynb")
