#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Turns encodable values into JSON nodes.
///
/// The toolchain's own encoder does the same with a dictionary for each object, and costs more
/// than all judging does where a report has thousands of months; and what its text looks like
/// is not ours to promise.
struct JSONNodeEncoder: Encoder {
  private let slot = JSONNode.Slot()
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// Makes the node of a value.
  ///
  /// - Throws: When the value cannot be encoded, or is a binary fraction.
  static func node<Value: Encodable>(_ value: Value) throws -> JSONNode {
    // Exact decimals stand as they are; their own encoding is that of their parts.
    if Value.self == Decimal.self { return .number((value as! Decimal).description) }
    let tree = JSONNodeEncoder()
    try value.encode(to: tree)
    return tree.slot.value ?? .object(JSONNode.Object())
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    // Asked for again, it is the object that there is already.
    var members = Members<Key>()
    if case .object(let object) = slot.value { members = Members(object: object) }
    slot.value = .object(members.object)
    return KeyedEncodingContainer(members)
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    var elements = Elements()
    if case .list(let list) = slot.value { elements = Elements(list: list) }
    slot.value = .list(elements.list)
    return elements
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot) }

  /// Takes a node for all of the value: one that was made in another way than by containers.
  func take(_ node: JSONNode) { slot.value = node }

  /// An encoder of a value that stands in another one already.
  fileprivate static func inside(_ add: (JSONNode) -> Void) -> any Encoder {
    let tree = JSONNodeEncoder()
    add(.slot(tree.slot))
    return tree
  }

  /// Figures are whole numbers, or decimals as text; a binary fraction is neither.
  fileprivate static func refuse(_ value: Double) throws -> JSONNode {
    throw EncodingError.invalidValue(
      value, .init(codingPath: [], debugDescription: "a binary fraction"))
  }

  fileprivate static func whole(_ value: some BinaryInteger) -> JSONNode {
    Int(exactly: value).map { .whole($0) } ?? .number(String(value))
  }
}

// MARK: - Containers

/// The members of an object.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  var object = JSONNode.Object()
  let codingPath: [any CodingKey] = []

  private func add(_ node: JSONNode, _ key: Key) {
    object.members.append((key.stringValue, node))
  }

  func encodeNil(forKey key: Key) { add(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
  func encode(_ value: Int, forKey key: Key) { add(.whole(value), key) }
  func encode(_ value: Int8, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: Int16, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: Int32, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: Int64, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: UInt, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: UInt8, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: UInt16, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: UInt32, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: UInt64, forKey key: Key) { add(JSONNodeEncoder.whole(value), key) }
  func encode(_ value: Float, forKey key: Key) throws {
    add(try JSONNodeEncoder.refuse(Double(value)), key)
  }
  func encode(_ value: Double, forKey key: Key) throws {
    add(try JSONNodeEncoder.refuse(value), key)
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try JSONNodeEncoder.node(value), key)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    let members = Members<Nested>()
    add(.object(members.object), key)
    return KeyedEncodingContainer(members)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let elements = Elements()
    add(.list(elements.list), key)
    return elements
  }
  func superEncoder(forKey key: Key) -> any Encoder { JSONNodeEncoder.inside { add($0, key) } }
  func superEncoder() -> any Encoder {
    JSONNodeEncoder.inside { object.members.append(("super", $0)) }
  }
}

/// The elements of a list.
private struct Elements: UnkeyedEncodingContainer {
  var list = JSONNode.List()
  let codingPath: [any CodingKey] = []
  var count: Int { list.elements.count }

  private func add(_ node: JSONNode) { list.elements.append(node) }

  func encodeNil() { add(.null) }
  func encode(_ value: Bool) { add(.bool(value)) }
  func encode(_ value: String) { add(.string(value)) }
  func encode(_ value: Int) { add(.whole(value)) }
  func encode(_ value: Int8) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: Int16) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: Int32) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: Int64) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: UInt) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: UInt8) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: UInt16) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: UInt32) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: UInt64) { add(JSONNodeEncoder.whole(value)) }
  func encode(_ value: Float) throws { add(try JSONNodeEncoder.refuse(Double(value))) }
  func encode(_ value: Double) throws { add(try JSONNodeEncoder.refuse(value)) }
  func encode(_ value: some Encodable) throws { add(try JSONNodeEncoder.node(value)) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    let members = Members<Nested>()
    add(.object(members.object))
    return KeyedEncodingContainer(members)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let elements = Elements()
    add(.list(elements.list))
    return elements
  }
  func superEncoder() -> any Encoder { JSONNodeEncoder.inside(add) }
}

/// A value by itself.
private struct Single: SingleValueEncodingContainer {
  let slot: JSONNode.Slot
  let codingPath: [any CodingKey] = []

  func encodeNil() { slot.value = .null }
  func encode(_ value: Bool) { slot.value = .bool(value) }
  func encode(_ value: String) { slot.value = .string(value) }
  func encode(_ value: Int) { slot.value = .whole(value) }
  func encode(_ value: Int8) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: Int16) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: Int32) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: Int64) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: UInt) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: UInt8) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: UInt16) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: UInt32) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: UInt64) { slot.value = JSONNodeEncoder.whole(value) }
  func encode(_ value: Float) throws { slot.value = try JSONNodeEncoder.refuse(Double(value)) }
  func encode(_ value: Double) throws { slot.value = try JSONNodeEncoder.refuse(value) }
  func encode(_ value: some Encodable) throws { slot.value = try JSONNodeEncoder.node(value) }
}
