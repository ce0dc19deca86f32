extension Configuration {
  /// Lists the keys that were set and whose effect this version does not have.
  ///
  /// They are decoded and checked like all others, so that a file is judged the
  /// same by every version; but figures that silently ignore a key would be wrong.
  ///
  /// - Returns: Key paths in the order of the documentation.
  package static func unavailableKeys(in configuration: Configuration) -> [String] {
    var keys: [String] = []
    if configuration.ledger != nil { keys.append("ledger") }
    return keys
  }
}
