/// The columns of a key's cells: its figures, and what tells a row from others.
///
/// A figure of `ContactSums` has the column of its own number. Durations are split into
/// whole seconds and the milliseconds beyond, since exports in whole seconds then need no
/// bit for the rest.
enum CellColumn {
  /// Rows of the cell; a cell has a record where it is above zero.
  static let rows = ContactSums.Figure.rows.rawValue
  /// The milliseconds of the delay beyond its seconds.
  static let waitRest = 19
  /// The milliseconds of the handle time beyond its seconds.
  static let handleRest = 20
  /// 1 where the cell's row contradicts itself.
  static let suspect = 21
  /// A digest of the row's values, of 32 bits.
  static let fingerprint = 22
  /// The place of the row, counted from the first place of an open day, and in a packed one
  /// from where it is expected.
  static let place = 23
  /// The number of columns.
  static let count = 24

  /// Milliseconds of a second.
  static let perSecond = 1000

  /// Tells whether a figure is a duration, and so kept in two columns.
  static func isDuration(_ figure: ContactSums.Figure) -> Bool {
    figure == .waitMilliseconds || figure == .handleMilliseconds
  }

  /// The column of a duration's milliseconds beyond its seconds.
  static func rest(of figure: ContactSums.Figure) -> Int {
    figure == .waitMilliseconds ? waitRest : handleRest
  }

  /// The figure that a column is a part of, and how much one of it is there.
  ///
  /// - Precondition: The column is one of counts.
  static func figure(of column: Int) -> (ContactSums.Figure, scale: Int) {
    switch column {
    case waitRest: (.waitMilliseconds, 1)
    case handleRest: (.handleMilliseconds, 1)
    default: ContactSums.Figure(rawValue: column).map { ($0, isDuration($0) ? perSecond : 1) }!
    }
  }
}

/// What a row writes into a cell: a number for each column.
struct CellNumbers {
  private var numbers = InlineArray<24, Int>(repeating: 0)

  /// Zeros.
  init() {}

  /// Splits a row's sums into columns; its place is set by those who know where it is counted
  /// from.
  init(_ sums: ContactSums, isSuspect: Bool, fingerprint: UInt32) {
    for figure in ContactSums.Figure.allCases { numbers[figure.rawValue] = sums[figure] }
    for figure in [ContactSums.Figure.waitMilliseconds, .handleMilliseconds] {
      let (seconds, rest) = sums[figure].quotientAndRemainder(dividingBy: CellColumn.perSecond)
      numbers[figure.rawValue] = seconds
      numbers[CellColumn.rest(of: figure)] = rest
    }
    numbers[CellColumn.suspect] = isSuspect ? 1 : 0
    numbers[CellColumn.fingerprint] = Int(fingerprint)
  }

  subscript(column: Int) -> Int {
    get { numbers[column] }
    set { numbers[column] = newValue }
  }

  /// Whether an open day has room for all of them.
  var fitOpenDay: Bool {
    var bits = 0
    for column in 0..<CellColumn.count { bits |= numbers[column] }
    return OpenDay.fits(bits)
  }

  /// The sums that the columns come to.
  var sums: ContactSums {
    var sums = ContactSums()
    for figure in ContactSums.Figure.allCases {
      let number = numbers[figure.rawValue]
      guard CellColumn.isDuration(figure) else {
        sums[figure] = number
        continue
      }
      sums[figure] = number * CellColumn.perSecond + numbers[CellColumn.rest(of: figure)]
    }
    return sums
  }
}
