import DelimitedText

/// Gives each distinct transaction type a small number, in the order of their coming.
public struct TransactionTypes: Sendable {
  /// The names.
  public private(set) var names: [String] = []
  private var numbers = ByteTable()

  /// Creates an empty table.
  public init() {}

  /// Finds the number of a name, giving it one when it is new.
  ///
  /// - Complexity: O(*n*) in the length; allocates.
  mutating func number(of name: String) -> Int32 {
    let bytes = ContiguousArray(name.utf8)
    return number(of: bytes.span, 0..<bytes.count)
  }

  /// Finds the number of a name, giving it one when it is new.
  ///
  /// - Complexity: O(*n*) in the length; allocates when the name is new.
  mutating func number(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let whole: ContiguousArray = [range]
    let hash = ByteTable.hash(bytes, whole)
    if let number = numbers.find(bytes, whole, hash: hash) { return number }
    var name = ContiguousArray<UInt8>()
    for position in range { name.append(bytes[position]) }
    let number = Int32(names.count)
    names.append(String(decoding: name, as: UTF8.self))
    numbers.insert(bytes, whole, hash: hash, value: number)
    return number
  }
}
