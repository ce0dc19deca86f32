"""Draws bars and lines as SVG, in the colors of the page that shows them."""

from html import escape

STYLE = """
  svg { color: #1f2328; background: #ffffff; font: 13px system-ui, sans-serif }
  @media (prefers-color-scheme: dark) { svg { color: #e6edf3; background: #0d1117 } }
  text { fill: currentColor } .title { font-weight: 600 }
  line { stroke: currentColor; stroke-opacity: 0.35 }
  .own { fill: #d9480f } .peer { fill: #4c8dae } .other { fill: #4c8dae; fill-opacity: 0.45 }
  .path { fill: none; stroke: #d9480f; stroke-width: 2 }
"""
WIDTH, LEFT, BAR, GAP = 760, 230, 18, 8


def _text(x, y, words, more=""):
    return f'<text x="{x:.0f}" y="{y:.0f}"{more}>{escape(words)}</text>'


def bars(title, rows, top):
    """Draws horizontal bars: rows of a label, a value, its words and its class."""
    largest = max(value for _, value, _, _ in rows)
    parts = [_text(10, top + 14, title, ' class="title"')]
    y = top + 28
    for label, value, words, kind in rows:
        length = max(1, (WIDTH - LEFT - 120) * value / largest)
        parts.append(_text(LEFT - 8, y + 14, label, ' text-anchor="end"'))
        parts.append(
            f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}"/>')
        parts.append(_text(LEFT + length + 6, y + 14, words))
        y += BAR + GAP
    return parts, y + 16


def line(title, points, top, unit):
    """Draws values over the number of rows, each tenfold as wide as the one before."""
    height, right = 120, WIDTH - 120
    largest = max(value for _, value in points) * 1.2 or 1
    parts = [_text(10, top + 14, title, ' class="title"')]
    base = top + 28 + height
    step = (right - LEFT) / max(1, len(points) - 1)
    places = [(LEFT + step * index, base - height * value / largest)
              for index, (_, value) in enumerate(points)]
    parts.append(f'<line x1="{LEFT}" y1="{base}" x2="{right}" y2="{base}"/>')
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts.append(f'<polyline class="path" points="{path}"/>')
    for (x, y), (rows, value) in zip(places, points):
        parts.append(f'<circle class="own" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        parts.append(_text(x, y - 9, f"{value:.1f} {unit}", ' text-anchor="middle"'))
        parts.append(_text(x, base + 18, f"{rows / 1e6:.1f} M rows", ' text-anchor="middle"'))
    return parts, base + 44


def page(parts, height):
    """Puts parts into a picture."""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
            f'role="img">\n<style>{STYLE}</style>\n' + "\n".join(parts) + "\n</svg>\n")
