extension MarkedUpPage {
  /// What is wrong with a page for those who use a keyboard or a screen reader, or who do not
  /// want it to fetch or run anything.
  package var problems: [String] {
    identifierProblems + landmarkProblems + imageProblems + tableProblems + foreignProblems
  }

  private var identifierProblems: [String] {
    let identifiers = elements.compactMap { $0.attributes["id"] }
    let known = Set(identifiers)
    var problems = known.count == identifiers.count ? [] : ["an identifier stands twice"]
    for element in elements {
      for name in ["aria-labelledby", "aria-describedby"] {
        for word in (element.attributes[name] ?? "").split(separator: " ")
        where !known.contains(String(word)) {
          problems.append("\(element.name): \(name) names \(word), which is not there")
        }
      }
      if let target = element.attributes["href"], target.hasPrefix("#"),
        !known.contains(String(target.dropFirst()))
      {
        problems.append("a link to \(target), which is not there")
      }
    }
    return problems
  }

  private var landmarkProblems: [String] {
    var problems: [String] = []
    for name in ["header", "nav", "main", "footer", "h1", "title"]
    where all(name).filter({ !$0.path.contains("svg") }).count != 1 {
      problems.append("not one \(name)")
    }
    if all("html").first?.attributes["lang"] != "en" { problems.append("no language") }
    if all("a").first?.attributes["href"] != "#main" { problems.append("no skip link") }
    for section in all("section") + all("article")
    where section.attributes["aria-labelledby"] == nil {
      problems.append("a \(section.name) without a name")
    }
    var level = 0
    for heading in elements where ["h1", "h2", "h3", "h4", "h5", "h6"].contains(heading.name) {
      let own = Int(heading.name.dropFirst()) ?? 0
      if own > level + 1 { problems.append("\(heading.text) skips a level") }
      if heading.text.isEmpty { problems.append("an empty \(heading.name)") }
      level = own
    }
    return problems
  }

  private var imageProblems: [String] {
    var problems: [String] = []
    let images = elements.indices.filter { elements[$0].name == "svg" }
    for index in images where elements[index].attributes["aria-hidden"] != "true" {
      let image = elements[index]
      if image.attributes["role"] != "img" { problems.append("a drawing that is no image") }
      let inside = elements[(index + 1)...].prefix(2).map(\.name)
      if inside != ["title", "desc"] { problems.append("a drawing without title and description") }
      if image.attributes["viewBox"] == nil { problems.append("a drawing that does not scale") }
    }
    return problems
  }

  private var tableProblems: [String] {
    var problems: [String] = []
    if all("table").count != all("caption").count { problems.append("a table without a caption") }
    for cell in all("th") where cell.attributes["scope"] == nil {
      problems.append("a head without a scope")
    }
    for table in all("table") where !table.path.contains("div") {
      problems.append("a table that does not scroll by itself")
    }
    return problems
  }

  private var foreignProblems: [String] {
    var problems: [String] = []
    let known: Set<String> = [
      "html", "head", "meta", "link", "title", "style", "body", "a", "header", "nav", "main",
      "footer", "section", "article", "h1", "h2", "h3", "h4", "p", "div", "span", "ul", "ol", "li",
      "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "details",
      "summary", "figure", "figcaption", "svg", "desc", "path", "rect", "circle", "text",
    ]
    for element in elements {
      if !known.contains(element.name) { problems.append("a foreign element \(element.name)") }
      for (name, value) in element.attributes {
        if name.hasPrefix("on") || name == "style" || name == "src" {
          problems.append("a foreign attribute \(name)")
        }
        if name == "href", !value.hasPrefix("#"), value != "data:," {
          problems.append("a link to \(value)")
        }
      }
    }
    let policy = all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    if policy?.attributes["content"]?.contains("default-src 'none'") != true {
      problems.append("no policy")
    }
    return problems
  }
}
