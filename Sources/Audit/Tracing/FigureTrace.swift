public import Basics
public import PerformanceMetrics
public import Reports

/// A figure of a report and the rows behind it: a plain value.
///
/// Each row has what it adds to the numerator, and to the denominator where the figure has
/// one; so the sums of the rows are the figure, wherever it is made of sums and known. What is
/// made of other figures names these.
public struct FigureTrace: Sendable {
  /// A row behind the figure.
  public struct Row: Sendable {
    /// The line of the row, or of the first of several, counted through all inputs.
    let place: Int
    /// The files and lines; several only where rows in conflict were added up.
    public let positions: [SourcePosition]
    /// When it starts, or the period that it is about.
    public let start: String
    /// Its site, queue and channel, or its site and category.
    public let names: [String]
    /// Whether it starts in the second pass of a repeated hour.
    public var isSecondPass = false
    /// What it adds to what is counted; `nil` where the row does not tell.
    public let numerator: Fraction?
    /// What it adds to what is counted out of; `nil` where the figure is a sum.
    public let denominator: Fraction?
  }

  /// A figure that another one is made of.
  public struct Part: Hashable, Sendable {
    /// Its address.
    public let address: String
    /// Its value, as the report has it.
    public let value: String
  }

  /// An interval or a day that is counted.
  public struct Opportunity: Hashable, Sendable {
    /// Which it is.
    public let label: String
    /// How it ended.
    public let state: String
    /// What its formula counts, where that is known.
    public let serviceLevel: Ratio?
  }

  /// The address with numbers for all entries of lists.
  public let address: String
  /// What the report says there, in words.
  public let value: String
  /// What the rows add up, in words.
  public let meaning: String
  /// The report that it is a figure of.
  public let report: Report
  /// What the numerator is called.
  public var numeratorName = ""
  /// What the denominator is called; empty where there is none.
  public var denominatorName = ""
  /// The rows, in the order of inputs and lines.
  public var rows: [Row] = []
  /// The figures that it is made of, beside rows or in their place.
  public var parts: [Part] = []
  /// The intervals or days that are counted; empty where the figure counts none.
  public var opportunities: [Opportunity] = []
  /// Whether the rows add up to the figure: not where it is not known, or made of them otherwise.
  public var addsUp = true
  /// What the reader has to know besides.
  public var remarks: [String] = []

  /// The most rows that are listed: more than anyone reads (own rule).
  public static let mostRows = 1_000_000

  /// What all rows add up to; `nil` where they do not make the figure. The denominator is `nil`
  /// where the figure has none.
  ///
  /// - Complexity: O(*n*) in the rows.
  public var sum: (numerator: Fraction, denominator: Fraction?)? {
    guard addsUp, rows.allSatisfy({ $0.numerator != nil }) else { return nil }
    var sums = (numerator: Fraction(0), denominator: denominatorName.isEmpty ? nil : Fraction(0))
    for row in rows {
      sums.numerator = (sums.numerator + row.numerator!).reduced
      if let part = row.denominator {
        sums.denominator = ((sums.denominator ?? Fraction(0)) + part).reduced
      }
    }
    return sums
  }
}
