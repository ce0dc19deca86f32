/// Where the columns stand in a cell of an open day, for rows to be written without a search.
struct OpenPlaces: Sendable {
  /// A place that a number may be written to.
  struct Place: Sendable {
    /// The word of the cell; of a column without one that of the rows.
    private let word: Int
    /// All ones for a column without a word, where nothing but zero can be written.
    private let lost: Int

    fileprivate init(_ column: Int, _ columns: OpenColumns) {
      let isThere = columns.contains(column)
      word = columns.position(of: isThere ? column : CellColumn.rows)
      lost = isThere ? 0 : ~0
    }

    fileprivate init(_ figure: ContactSums.Figure, _ columns: OpenColumns) {
      self.init(figure.rawValue, columns)
    }

    /// A number on its way to this place.
    @inline(__always)
    func word(_ number: Int) -> Word { Word(place: word, number: number, lost: number & lost) }
  }

  /// A number on its way to its place.
  struct Word {
    let place: Int
    let number: Int
    /// Zero where nothing is lost.
    let lost: Int

    /// The number as it is written.
    var bits: UInt32 { UInt32(truncatingIfNeeded: number) }
  }

  let columns: OpenColumns
  /// Words of a cell.
  let stride: Int
  let rows: Int
  let place: Int
  let fingerprint: Int
  let offered: Int
  let answered: Int
  let abandoned: Int
  let within: Place
  let withinUnjudged: Place
  let early: Place
  let earlyUnjudged: Place
  let short: Place
  let shortUnjudged: Place
  let flowOut: Place
  let withoutFlowOut: Place
  let wait: Place
  let waitRest: Place
  let withoutWait: Place
  let handle: Place
  let handleRest: Place
  let withoutHandle: Place
  let suspect: Place

  /// Finds the places of some columns.
  ///
  /// - Precondition: The columns that every row has are among them.
  init(_ columns: OpenColumns) {
    precondition(columns.mask & OpenColumns.usual.mask == OpenColumns.usual.mask)
    self.columns = columns
    stride = columns.count
    rows = columns.position(of: CellColumn.rows)
    place = columns.position(of: CellColumn.place)
    fingerprint = columns.position(of: CellColumn.fingerprint)
    offered = columns.position(of: ContactSums.Figure.offered.rawValue)
    answered = columns.position(of: ContactSums.Figure.answered.rawValue)
    abandoned = columns.position(of: ContactSums.Figure.abandoned.rawValue)
    within = Place(.answeredWithin, columns)
    withinUnjudged = Place(.answeredUnjudged, columns)
    early = Place(.abandonedWithin, columns)
    earlyUnjudged = Place(.abandonedUnjudged, columns)
    short = Place(.shortAbandoned, columns)
    shortUnjudged = Place(.shortUnjudged, columns)
    flowOut = Place(.flowOut, columns)
    withoutFlowOut = Place(.rowsWithoutFlowOut, columns)
    wait = Place(.waitMilliseconds, columns)
    waitRest = Place(CellColumn.waitRest, columns)
    withoutWait = Place(.rowsWithoutWait, columns)
    handle = Place(.handleMilliseconds, columns)
    handleRest = Place(CellColumn.handleRest, columns)
    withoutHandle = Place(.rowsWithoutHandle, columns)
    suspect = Place(CellColumn.suspect, columns)
  }
}
