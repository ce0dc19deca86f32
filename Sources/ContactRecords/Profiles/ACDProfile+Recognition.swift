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
  ///   and words.
  public func mapping(header: [String]) -> ColumnMapping {
    let names = Set(header.map { $0.lowercased() })
    var mapping = conventions
    for column in columns {
      let source = column.sources.first { source in
        source.names.allSatisfy { names.contains($0.lowercased()) }
      }
      if let source { mapping.columns[column.canonical] = source }
    }
    for name in header {
      for threshold in thresholds {
        guard let seconds = threshold.seconds(of: name) else { continue }
        mapping.columns["\(threshold.stem)_\(seconds)"] = .joined([name])
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
