import Basics
import Reports

/// How far reading has come, in a line for people.
///
/// The parts are those of all inputs together; how much is left is known only where every one
/// of them is a regular file.
struct ProgressLine: Hashable, Sendable {
  /// What the input is called that is read.
  var path = "-"
  /// Which of the inputs it is, from 1.
  var number = 1
  /// How many inputs there are.
  var count = 1
  /// The bytes read of all inputs, as they are stored.
  var bytes = 0
  /// The bytes of all inputs; `nil` where that is not known before they are read.
  var total: Int?
  /// The rows taken of all inputs.
  var rows = 0
  /// The time since reading began.
  var elapsed = Duration.zero

  /// A name is never cut to less than this.
  private static let leastName = 12

  /// The line, as much of it as a width has room for.
  ///
  /// First the name of the input is cut, then it goes, then the rows and the rate go; what is
  /// kept longest is how much is read, and how long it will take. Empty where there is no
  /// room for that.
  func text(width: Int) -> String {
    let (done, left) = (percent.map { [$0] } ?? [], timeLeft.map { [$0] } ?? [])
    // Where files are only digested, or nothing has come yet, there are no rows to speak of.
    let taken = rows > 0 ? [counted(rows, "row")] : []
    let figures = ProgressLine.joined(done + [amount] + taken + [rate] + left)
    let name = VisibleText.escaping(path == "-" ? "standard input" : path)
    let number = count > 1 ? "\(number) of \(count) " : ""
    let room = width - number.count - figures.count - 2
    if room >= min(ProgressLine.leastName, DisplayWidth.of(name)) {
      return number + ProgressLine.shortened(name, to: room) + "  " + figures
    }
    let lines = [
      number.isEmpty ? figures : number + " " + figures, figures,
      ProgressLine.joined(done + [amount] + left),
      ProgressLine.joined(done.isEmpty ? [amount] : done),
    ]
    return lines.first { $0.count <= width } ?? ""
  }

  private static func joined(_ parts: [String]) -> String { parts.joined(separator: "  ") }

  /// The end of a name, which tells files of a folder apart.
  private static func shortened(_ name: String, to room: Int) -> String {
    guard DisplayWidth.of(name) > room else { return name }
    // Dots are known everywhere.
    let reversed = String(name.reversed())
    return "..." + String(DisplayWidth.prefix(reversed, room - 3).reversed())
  }
}

// MARK: - Parts

extension ProgressLine {
  /// The share that is read, never 100 before all of it is.
  private var percent: String? {
    guard let total, total > 0 else { return nil }
    // Rounded down; a file that grows is not read beyond its size.
    return "\(Int(Double(min(bytes, total)) / Double(total) * 100)) %"
  }

  private var amount: String {
    let read = ProgressLine.size(bytes)
    guard let total else { return read }
    let all = ProgressLine.size(total)
    let hasUnit = read.split(separator: " ").last == all.split(separator: " ").last
    return (hasUnit ? String(read.prefix { $0 != " " }) : read) + " of " + all
  }

  private var seconds: Double { elapsed / .seconds(1) }

  /// The rate on average since reading began.
  private var rate: String {
    ProgressLine.size(seconds > 0 ? Int(Double(bytes) / seconds) : 0) + "/s"
  }

  /// The time that the rest takes at that rate; `nil` where it is not known.
  private var timeLeft: String? {
    guard let total, bytes > 0, bytes < total else { return nil }
    let left = (seconds * Double(total - bytes) / Double(bytes)).rounded(.up)
    return switch left {
    case ..<90: "\(Int(left)) s left"
    case ..<5_400: "\(Int((left / 60).rounded(.up))) min left"
    case ..<360_000: "\(Int((left / 3_600).rounded(.up))) h left"
    default: "days left"
    }
  }

  /// A number of bytes in words: 999 B, 1.2 kB, 340 MB.
  static func size(_ bytes: Int) -> String {
    var (number, unit) = (Double(bytes), "B")
    for larger in ["kB", "MB", "GB", "TB"] {
      // What would be rounded up to 1000 has the larger unit.
      guard number >= 999.5 else { break }
      (number, unit) = (number / 1_000, larger)
    }
    if unit == "B" { return "\(bytes) B" }
    guard number < 9.95 else { return grouped(Int(number.rounded())) + " " + unit }
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
