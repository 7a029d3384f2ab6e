#!/usr/bin/env python3
"""Makes the SVG of every formula here from its TeX: NAME.tex gives NAME.svg, glyphs as paths, in currentColor.

Each SVG says the SHA-256 of what it was made from (preamble.tex, then NAME.tex), so that a test finds one that is out of
date. Only those are made anew unless names are given. Needs Debian's texlive-latex-recommended,
texlive-fonts-recommended and dvisvgm; building Actiscope does not.

    resources/formulas/make_formulas.py [NAME ...]
"""

import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
PREAMBLE = FOLDER / "preamble.tex"
WIDEST = 162  # pt; what the notes panel has room for at its narrowest


def digest(tex: pathlib.Path) -> str:
    return hashlib.sha256(PREAMBLE.read_bytes() + tex.read_bytes()).hexdigest()


def typeset(tex: pathlib.Path) -> str:
    """The SVG that dvisvgm makes of a formula."""
    document = PREAMBLE.read_text() + "\\begin{document}\n$\\displaystyle\n" + tex.read_text() + "$\n\\end{document}\n"
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "formula.tex").write_text(document)
        run = {"cwd": folder, "check": True, "capture_output": True, "text": True}
        subprocess.run(["latex", "-interaction=nonstopmode", "-halt-on-error", "formula.tex"], **run)
        options = ["--no-fonts", "--exact-bbox", "--bbox=min", "--precision=2", "--relative", "--verbosity=1"]
        subprocess.run(["dvisvgm", *options, "--output=formula.svg", "formula.dvi"], **run)
        return (pathlib.Path(folder) / "formula.svg").read_text()


def finished(svg: str, tex: pathlib.Path) -> str:
    """The drawing without dvisvgm's own remarks, in one colour that whoever draws it chooses."""
    svg = re.sub(r"<\?xml.*?\?>\s*|<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<g id='page1'>", "<g fill='currentColor'>", svg)
    assert "currentColor" in svg, tex
    width = float(re.search(r"width='([\d.]+)pt'", svg)[1])
    if width > WIDEST:
        sys.exit(f"{tex.name}: {width} pt wide; at most {WIDEST} fit into the panel")
    return f"<!-- of TeX with SHA-256 {digest(tex)} -->\n{svg}"


def main() -> None:
    names = sys.argv[1:]
    for tex in sorted(FOLDER.glob("*.tex")):
        svg = tex.with_suffix(".svg")
        is_new = svg.exists() and digest(tex) in svg.read_text()
        if tex == PREAMBLE or (tex.stem not in names if names else is_new):
            continue
        svg.write_text(finished(typeset(tex), tex))
        print(svg.name)


if __name__ == "__main__":
    main()
