/// A value of a JSON document on its way out.
enum JSONNode {
  case null
  case bool(Bool)
  case whole(Int)
  /// A number as it is written.
  case number(String)
  case string(String)
  case list(List)
  case object(Object)
  /// A value that is not known yet.
  case slot(Slot)
  /// A value as it is written at its depth.
  case written([UInt8])

  /// Values in their order.
  final class List {
    var elements: [JSONNode] = []
  }

  /// Values by name; a name is given once.
  final class Object {
    var members: [(name: String, value: JSONNode)] = []
  }

  /// Where a value is put once it is known.
  final class Slot {
    var value: JSONNode?
  }
}

/// The orders of names that were found: objects of a kind have the same ones.
private struct Orders {
  private var known: [Int: (names: [String], places: [Int])] = [:]

  /// The places of an object's members in the order of the bytes of their names.
  mutating func order(of object: JSONNode.Object) -> [Int] {
    let members = object.members
    if let last = known[members.count],
      members.indices.allSatisfy({ last.names[$0].utf8.elementsEqual(members[$0].name.utf8) })
    {
      return last.places
    }
    let places = members.indices.sorted {
      members[$0].name.utf8.lexicographicallyPrecedes(members[$1].name.utf8)
    }
    known[members.count] = (members.map(\.name), places)
    return places
  }
}

// MARK: - Text

extension JSONNode {
  /// The document: names in the order of their bytes, two blanks for each level, and a line
  /// break at the end.
  ///
  /// Everything about the text is decided here, so that it is the same with any version of the
  /// toolchain's libraries.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the value.
  func text() -> [UInt8] {
    var text = JSONNode.written([self], depth: 0)[0]
    text.append(UInt8(ascii: "\n"))
    return text
  }

  /// The text of each value, where they stand in so many lists and objects of a document.
  static func written(_ nodes: [JSONNode], depth: Int) -> [[UInt8]] {
    var orders = Orders()
    return nodes.map { node in
      var text: [UInt8] = []
      node.write(to: &text, depth: depth, &orders)
      return text
    }
  }

  private func write(to text: inout [UInt8], depth: Int, _ orders: inout Orders) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .whole(let number): text += String(number).utf8
    case .number(let number): text += number.utf8
    case .string(let string): JSONNode.write(string, to: &text)
    case .list(let list):
      text.append(UInt8(ascii: "["))
      for index in list.elements.indices {
        JSONNode.breakLine(index == 0, depth + 1, in: &text)
        list.elements[index].write(to: &text, depth: depth + 1, &orders)
      }
      JSONNode.endLines(list.elements.isEmpty, depth, in: &text)
      text.append(UInt8(ascii: "]"))
    case .object(let object):
      text.append(UInt8(ascii: "{"))
      for (index, place) in orders.order(of: object).enumerated() {
        JSONNode.breakLine(index == 0, depth + 1, in: &text)
        JSONNode.write(object.members[place].name, to: &text)
        text += " : ".utf8
        object.members[place].value.write(to: &text, depth: depth + 1, &orders)
      }
      JSONNode.endLines(object.members.isEmpty, depth, in: &text)
      text.append(UInt8(ascii: "}"))
    case .slot(let slot): (slot.value ?? .null).write(to: &text, depth: depth, &orders)
    case .written(let bytes): text += bytes
    }
  }

  /// Ends the line before a value.
  private static func breakLine(_ isFirst: Bool, _ depth: Int, in text: inout [UInt8]) {
    if !isFirst { text.append(UInt8(ascii: ",")) }
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Ends the lines of a list or an object; one that is empty has a blank line.
  private static func endLines(_ isEmpty: Bool, _ depth: Int, in text: inout [UInt8]) {
    if isEmpty { text.append(UInt8(ascii: "\n")) }
    breakLine(true, depth, in: &text)
  }

  /// Writes a string in quotes; what JSON does not allow in one is written by its name or code.
  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x08: text += #"\b"#.utf8
      case 0x09: text += #"\t"#.utf8
      case UInt8(ascii: "\n"): text += #"\n"#.utf8
      case 0x0C: text += #"\f"#.utf8
      case UInt8(ascii: "\r"): text += #"\r"#.utf8
      case 0..<0x20:
        text += #"\u00"#.utf8
        text += (byte < 0x10 ? "0" : "1").utf8
        text += String(byte & 0x0F, radix: 16).utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
