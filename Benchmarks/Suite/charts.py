"""Draws results as SVG: plain bars, black on white, readable in a README and on paper."""

ROLES = {"worker": "#2f6f4f", "sink": "#c9862b", "producer": "#7a5aa6", "extraction": "#2f6f4f"}


def draw(result, folder):
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for row in result["rows"] if row.get("ratio") is not None and row.get("bar") is not None]
    if rows:
        (folder / "ratios.svg").write_text(_ratios(rows, result["machine"]), "utf-8")
    parts = [row for row in result["rows"] if row.get("cpu_by_role")]
    if parts:
        (folder / "processor-time.svg").write_text(_parts(parts, result["machine"]), "utf-8")


def _ratios(rows, machine):
    """Each row's ratio as a multiple of its bar; the line is the bar."""
    scale, left, height = 150, 440, 20
    most = 4.0
    body = []
    for index, row in enumerate(rows):
        y = 50 + index * height
        part = row["ratio"] / row["bar"]
        colour = "#2f6f4f" if part >= 1 else "#b03a2e"
        body.append(_text(left - 8, y + 13, row["name"], "end"))
        body.append(_box(left, y + 2, min(part, most) * scale, height - 5, colour))
        body.append(_text(left + min(part, most) * scale + 5, y + 13, f"{row['ratio']:.2f} (bar {row['bar']:g})"))
    bottom = 50 + len(rows) * height
    body.append(f'<path d="M{left + scale} 44V{bottom}" stroke="#222" stroke-dasharray="3 2"/>')
    return _document(left + int(most * scale) + 130, bottom + 12, "Ratios; the dashed line is the bar", machine, body)


def _parts(rows, machine):
    """Microseconds of processor time for each role, one bar a row."""
    left, height, width = 340, 34, 460
    totals = [sum(row["cpu_by_role"].values()) for row in rows]
    body = []
    for index, row in enumerate(rows):
        y, x = 56 + index * height, float(left)
        unit = row["unit"].split("/")[0].rstrip("s")
        body.append(_text(left - 8, y + 15, row["name"].split(",")[0], "end"))
        # Rows of articles and of sections are of different size: each fills the width by itself.
        for role, used in row["cpu_by_role"].items():
            length = used / totals[index] * width
            body.append(_box(x, y + 3, length, height - 14, ROLES.get(role, "#888")))
            if length > 60:
                body.append(_text(x + length / 2, y + 17, f"{role} {used:.0f}", "middle", "#fff"))
            x += length
        body.append(_text(x + 6, y + 15, f"{totals[index]:.0f} µs each {unit}"))
    return _document(left + width + 170, 66 + len(rows) * height, "Processor time by role", machine, body)


def _document(width, height, title, machine, body):
    where = f"{machine['processor']}, {machine['cores']} cores" + ("" if machine["quiet"] else "; busy with other work")
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="12" y="20" font-size="15">{_escaped(title)}</text>',
        _text(12, 37, where, colour="#666"),
        *body,
        "</svg>",
        "",
    ])


def _box(x, y, width, height, colour):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}" fill="{colour}"/>'


def _text(x, y, text, anchor="start", colour="#222"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{_escaped(text)}</text>'


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
