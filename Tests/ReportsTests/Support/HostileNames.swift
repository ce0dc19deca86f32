/// Names that would be more than names wherever one sign of them is not looked at.
enum HostileNames {
  static let all = [
    "a,b", "say \"hi\"", "two\nlines", "back\r\n", "=cmd|'/C calc'!A0", "@SUM(1)", "+1", "-1",
    "\t=1", "\u{202E}gnp", "a\u{2066}b\u{2069}", "]]>", "<![CDATA[x]]>", "</testsuites>&amp;",
    "\\", "\\\"", "\\n", "a;b=c", "a\\;queue=Billing", "{x=\"y\"} 1", "# EOF", "\u{1B}[2J",
    "\u{1}\u{8}", "\u{FFFE}\u{FFFF}", "x\u{2028}y", "é\u{301}\"\u{301}", "100", "null",
  ]

  /// Rows of one key for each name, as queue and as site.
  static var rows: String {
    all.enumerated().map { index, name in
      let cell = "\"" + name.replacing("\"", with: "\"\"") + "\""
      return "2026-01-05 09:00,\(cell),\(cell),voice,\(index + 5),5,0,5,0,0,50,500\n"
    }.joined()
  }
}
