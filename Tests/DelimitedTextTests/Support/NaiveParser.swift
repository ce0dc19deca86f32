import DelimitedText

/// The obviously correct parser: the whole text in memory, one byte at a time,
/// no limits. It documents what the reader means.
struct NaiveParser {
  let bytes: [UInt8]
  let dialect: Dialect

  private enum Attempt {
    case record(fields: [(range: Range<Int>, isQuoted: Bool)], end: Int, next: Int)
    case problem(RecordProblem.Reason, at: Int)
  }

  func parse() -> Scanned {
    var scanned = Scanned()
    var (start, line) = (0, 1)
    while start < bytes.count {
      var next = start
      switch attempt(from: start) {
      case .record(let fields, let end, let after):
        next = after
        let isBlank =
          fields.count == 1 && !fields[0].isQuoted
          && bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if isBlank {
          scanned.blankLines += 1
        } else {
          var record = Scanned.Record(line: line, raw: text(start..<end))
          for field in fields {
            record.fields.append(content(field.range, field.isQuoted))
            record.quoted.append(field.isQuoted)
            let first = field.range.lowerBound - (field.isQuoted ? 1 : 0)
            record.places.append(place(of: first, from: start, line))
          }
          scanned.records.append(record)
        }
      case .problem(let reason, let at):
        var end = start
        while end < bytes.count, breakWidth(end) == 0 { end += 1 }
        next = end < bytes.count ? end + breakWidth(end) : end
        var record = Scanned.Record(line: line, raw: text(start..<end))
        record.problem = reason
        record.problemPlace = place(of: at, from: start, line)
        scanned.records.append(record)
      }
      line += max(1, breaks(start..<next))
      if next == bytes.count, breaks(start..<next) > 0, !endsWithBreak { line += 1 }
      start = next
    }
    scanned.physicalLines = line - 1
    return scanned
  }

  private func attempt(from start: Int) -> Attempt {
    var fields: [(range: Range<Int>, isQuoted: Bool)] = []
    var i = start
    while true {
      var j = i
      if i < bytes.count, bytes[i] == 0x22 {
        j += 1
        while true {
          guard j < bytes.count else { return .problem(.unclosedQuote, at: i) }
          if bytes[j] != 0x22 {
            j += 1
          } else if j + 1 < bytes.count, bytes[j + 1] == 0x22 {
            j += 2
          } else {
            break
          }
        }
        fields.append((i + 1..<j, true))
        j += 1
      } else {
        while j < bytes.count, bytes[j] != dialect.delimiter, breakWidth(j) == 0 { j += 1 }
        fields.append((i..<j, false))
      }
      if j == bytes.count { return .record(fields: fields, end: j, next: j) }
      if breakWidth(j) > 0 { return .record(fields: fields, end: j, next: j + breakWidth(j)) }
      guard bytes[j] == dialect.delimiter else { return .problem(.textAfterQuote, at: j) }
      i = j + 1
    }
  }

  private func breakWidth(_ i: Int) -> Int {
    let isLast = i + 1 == bytes.count
    switch bytes[i] {
    case 0x0A: return 1
    case 0x0D where !isLast && bytes[i + 1] == 0x0A: return 2
    case 0x0D: return isLast || dialect.lineEnding == .carriageReturn ? 1 : 0
    default: return 0
    }
  }

  private var endsWithBreak: Bool { bytes.last == 0x0A || bytes.last == 0x0D }

  private func breaks(_ range: Range<Int>) -> Int {
    var (count, i) = (0, range.lowerBound)
    while i < range.upperBound {
      if breakWidth(i) > 0 { count += 1 }
      i += max(1, breakWidth(i))
    }
    return count
  }

  private func place(of target: Int, from start: Int, _ line: Int) -> [Int] {
    var (line, column, i) = (line, 1, start)
    while i < target {
      if breakWidth(i) > 0 {
        (line, column) = (line + 1, 1)
      } else if bytes[i] < 0x80 || bytes[i] >= 0xC0 {
        column += 1
      }
      i += max(1, breakWidth(i))
    }
    return [line, column]
  }

  private func content(_ range: Range<Int>, _ isQuoted: Bool) -> String {
    var (kept, i) = ([UInt8](), range.lowerBound)
    while i < range.upperBound {
      kept.append(bytes[i])
      i += isQuoted && bytes[i] == 0x22 ? 2 : 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
