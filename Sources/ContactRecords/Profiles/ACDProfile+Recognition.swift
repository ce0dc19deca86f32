extension ACDProfile {
  /// Finds the profile whose export has a header.
  ///
  /// - Parameter header: The names in the order of the file, trimmed.
  /// - Returns: Of several that fit the one that asks for the most names; `nil` for none.
  public static func recognized(header: [String]) -> ACDProfile? {
    let names = Set(header.map { $0.lowercased() })
    let fitting = all.filter { profile in
      !profile.signature.isEmpty
        && profile.signature.allSatisfy { $0.contains { names.contains($0.lowercased()) } }
    }
    return fitting.max { $0.signature.count < $1.signature.count }
  }

  /// Finds a profile by its name; `nil` where there is none.
  public static func named(_ name: String) -> ACDProfile? { all.first { $0.name == name } }

  /// Gives what the profile says of the columns of one file.
  ///
  /// - Parameter header: The names in the order of the file, trimmed.
  /// - Returns: Sources whose columns are all there, and what is known of units, times
  ///   and words. Several columns for one threshold are all its source, which no number
  ///   can have: which of them counts is for a person to say.
  public func mapping(header: [String]) -> ColumnMapping {
    let names = Set(header.map { $0.lowercased() })
    var mapping = conventions
    for column in columns {
      let source = column.sources.first { source in
        source.names.allSatisfy { names.contains($0.lowercased()) }
      }
      if let source { mapping.columns[column.canonical] = source }
    }
    for threshold in thresholds {
      let known = header.compactMap { name in threshold.seconds(of: name).map { ($0, name) } }
      for (seconds, found) in Dictionary(grouping: known, by: \.0) {
        let canonical = "\(threshold.stem)_\(seconds)"
        let own = header.filter { $0.lowercased() == canonical }
        mapping.columns[canonical] = .joined(found.map(\.1) + own)
      }
    }
    return mapping
  }
}

extension ACDProfile.Thresholds {
  /// Reads the threshold that a column's name states; `nil` where it states none.
  func seconds(of name: String) -> Int? {
    let name = name.lowercased()
    for pattern in patterns
    where name.hasPrefix(pattern.prefix) && name.hasSuffix(pattern.suffix)
      && name.count > pattern.prefix.count + pattern.suffix.count
    {
      let digits = name.dropFirst(pattern.prefix.count).dropLast(pattern.suffix.count)
      if digits.utf8.count <= 7, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
        return Int(digits)
      }
    }
    return nil
  }
}
