/// Gives each distinct name a small number, so that rows carry four bytes and no text.
///
/// Of several spellings that compare equal the least by its bytes stands for all of them.
struct NameTable: Hashable, Sendable {
  /// The names in the order in which they were first seen.
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  /// Creates an empty table.
  init() {}

  /// Finds the number of a name, giving it one when it is new.
  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] {
      if name.utf8.lexicographicallyPrecedes(names[Int(number)].utf8) { names[Int(number)] = name }
      return number
    }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  /// Gives the name with a number.
  subscript(number: Int32) -> String { names[Int(number)] }
}
