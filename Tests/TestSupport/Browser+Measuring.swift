extension Browser {
  /// Measures a page from one around it, since the page runs nothing itself.
  ///
  /// - Parameters:
  ///   - page: The name of the page in its folder.
  ///   - scratch: The folder.
  ///   - size: The width and the height that the page has.
  ///   - isDark: Whether the person prefers a dark ground.
  /// - Returns: How wide it is and what of it sticks out, its colors, charts and landmarks.
  /// - Throws: `Failure` where the browser cannot show it, or complains.
  package static func measure(
    _ page: String, in scratch: ScratchFolder, size: Size, isDark: Bool
  ) throws -> [String: String] {
    let around = """
      <!doctype html><html lang="en"><title>around</title><body>
      <iframe id="it" src="\(page)" width="\(size.width)" height="\(size.height)"></iframe>
      <pre id="found"></pre>
      <script>
      addEventListener("load", () => {
        const page = document.getElementById("it").contentDocument;
        const root = page.documentElement;
        for (const part of page.querySelectorAll("details")) part.open = true;
        const wide = [...page.querySelectorAll("body *")].filter(e =>
          !e.closest(".scroll") && !e.closest("svg") && !e.matches(".skip") &&
          e.getBoundingClientRect().right > root.clientWidth + 1).map(e => e.tagName);
        const cut = [...page.querySelectorAll("svg text")].filter(e => {
          const a = e.getBoundingClientRect(), b = e.ownerSVGElement.getBoundingClientRect();
          return a.right > b.right + 6 || a.left < b.left - 6;
        }).map(e => e.textContent);
        const found = {
          scroll: root.scrollWidth, width: root.clientWidth, wide: wide.join(), cut: cut.join(),
          ground: page.defaultView.getComputedStyle(page.body).backgroundColor,
          text: page.defaultView.getComputedStyle(page.body).color,
          charts: page.querySelectorAll("svg.chart").length,
          landmarks: ["header", "nav", "main", "footer"].map(
            n => page.querySelectorAll(n).length).join(),
        };
        document.getElementById("found").textContent =
          Object.entries(found).map(([k, v]) => k + "=" + v).join("\\n");
      });
      </script>
      """
    try scratch.write("around.html", around)
    let (output, console) = try open(
      scratch.path("around.html"), ["--dump-dom"], size: (max(size.width + 40, 600), size.height),
      isDark: isDark)
    guard console.isEmpty,
      let found = output.firstMatch(of: #/<pre id="found">([^<]*)</pre>/#)?.1
    else { throw Failure(status: 0, says: console.joined(separator: "\n")) }
    return Dictionary(
      uniqueKeysWithValues: found.split(separator: "\n").map { line in
        let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
      })
  }
}
