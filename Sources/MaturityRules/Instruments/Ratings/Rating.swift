public import Basics
public import DelimitedText

/// An answer to an item of an instrument.
public struct Rating: Hashable, Sendable {
  /// The identifier of the instrument.
  public let instrument: String
  /// The identifier of the item.
  public let item: String
  /// What was answered.
  public let value: RatingValue
  /// A reference: a document, a link, a person; `nil` where none is given.
  public let evidence: String?
  /// What was said besides; `nil` where nothing was.
  public let note: String?
  /// Where it stands.
  public let place: RatingPlace
  /// The day that it is of; `nil` where it states none.
  public var ratedOn: CivilDate? = nil

  /// The answer where it is one of a few whole numbers.
  public var level: Int? {
    if case .level(let level) = value { level } else { nil }
  }
}

/// A place in a file of ratings, as people count.
public struct RatingPlace: Hashable, Sendable {
  /// What the file is called.
  public let file: String
  /// Physical line, from 1.
  public let line: Int
  /// Column in characters, from 1.
  public let column: Int

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - file: What the file is called.
  ///   - line: The physical line, from 1.
  ///   - column: The column in characters, from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A field of a file of ratings as it was written.
public struct RatingCell: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Where it stands.
  public let place: RatingPlace

  /// Creates a cell.
  ///
  /// - Parameters:
  ///   - text: The text as it was written.
  ///   - place: Where it stands.
  public init(_ text: String, at place: RatingPlace) {
    self.text = text
    self.place = place
  }
}

/// A row of a file of ratings as it was written.
public struct RatingRow: Hashable, Sendable {
  /// The instrument.
  public let instrument: RatingCell
  /// The item.
  public let item: RatingCell
  /// The answer.
  public let rating: RatingCell
  /// The reference; `nil` where it is absent.
  public let evidence: String?
  /// What is said besides; `nil` where it is absent.
  public let note: String?
  /// The day that the answer is of; `nil` where the file has no column for it.
  public let ratedOn: RatingCell?
  /// Whether numbers may have a comma before their decimals.
  public let hasDecimalComma: Bool
  /// The order of the parts of dates in its file; `nil` where each date has to tell it by itself.
  public var dateOrder: DateOrder? = nil

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - instrument: The instrument as it was written.
  ///   - item: The item as it was written.
  ///   - rating: The answer as it was written.
  ///   - evidence: The reference; `nil` where it is absent.
  ///   - note: What is said besides; `nil` where it is absent.
  ///   - ratedOn: The day as it was written; `nil` where the file has no column for it.
  ///   - hasDecimalComma: Whether numbers may have a comma before their decimals.
  public init(
    instrument: RatingCell, item: RatingCell, rating: RatingCell, evidence: String? = nil,
    note: String? = nil, ratedOn: RatingCell? = nil, hasDecimalComma: Bool = false
  ) {
    self.instrument = instrument
    self.item = item
    self.rating = rating
    self.evidence = evidence
    self.note = note
    self.ratedOn = ratedOn
    self.hasDecimalComma = hasDecimalComma
  }
}

extension RatingRow {
  /// The only order in which the day that is answered can be read; `nil` where no day is, and
  /// where the day can be read in several or tells its order to whoever knows none.
  public var onlyDateOrder: DateOrder? {
    let bytes = ContiguousArray(rating.text.utf8)
    guard case .only(let order)? = FieldParsing.orderHint(bytes.span, 0..<bytes.count),
      Instrument.named(instrument.text)?.item(item.text)?.scale == .day
    else { return nil }
    return order
  }
}
