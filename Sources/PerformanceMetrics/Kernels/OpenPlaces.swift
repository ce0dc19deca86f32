/// Where the columns stand in a cell of an open day, for rows to be written without a search.
struct OpenPlaces: Sendable {
  /// A place that a number may be written to.
  struct Place: Sendable {
    /// The word of the cell; of a column without one that of the rows.
    let word: Int
    /// All ones for a column without a word, where nothing but zero can be written.
    let lost: Int

    fileprivate init(_ column: Int, _ columns: OpenColumns) {
      let isThere = columns.contains(column)
      word = columns.position(of: isThere ? column : CellColumn.rows)
      lost = isThere ? 0 : ~0
    }

    fileprivate init(_ figure: ContactSums.Figure, _ columns: OpenColumns) {
      self.init(figure.rawValue, columns)
    }
  }

  /// Where a number goes that may be unknown.
  struct Choice: Sendable {
    /// Where it goes when it is known.
    let known: Place
    /// Where goes what says that it is not.
    let unknown: Place

    fileprivate init(
      _ known: ContactSums.Figure, _ unknown: ContactSums.Figure, _ columns: OpenColumns
    ) {
      self.known = Place(known, columns)
      self.unknown = Place(unknown, columns)
    }
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
  let within: Choice
  let early: Choice
  let short: Choice
  let flowOut: Choice
  let wait: Choice
  let handle: Choice
  let waitRest: Place
  let handleRest: Place
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
    within = Choice(.answeredWithin, .answeredUnjudged, columns)
    early = Choice(.abandonedWithin, .abandonedUnjudged, columns)
    short = Choice(.shortAbandoned, .shortUnjudged, columns)
    flowOut = Choice(.flowOut, .rowsWithoutFlowOut, columns)
    wait = Choice(.waitMilliseconds, .rowsWithoutWait, columns)
    handle = Choice(.handleMilliseconds, .rowsWithoutHandle, columns)
    waitRest = Place(CellColumn.waitRest, columns)
    handleRest = Place(CellColumn.handleRest, columns)
    suspect = Place(CellColumn.suspect, columns)
  }
}

/// Which numbers of a row are known, and where each goes then.
///
/// Rows of a file mostly have the same ones, so that this is found once for many rows.
struct RowPlaces {
  /// A number of a row that may be unknown.
  struct Way {
    /// −1 for an unknown number, 0 for a known one: its sign.
    let sign: Int
    /// The word of the cell that it, or what stands for it, goes to.
    let word: Int
    /// All ones where nothing but zero can be written.
    let lost: Int

    init(_ number: Int, _ choice: OpenPlaces.Choice) {
      sign = number >> (Int.bitWidth - 1)
      let place = number < 0 ? choice.unknown : choice.known
      (word, lost) = (place.word, place.lost)
    }
  }

  let within: Way
  let early: Way
  let short: Way
  let flowOut: Way
  let wait: Way
  let handle: Way

  /// Finds the places of a row's numbers, each negative where it is unknown.
  init(
    _ places: OpenPlaces, within: Int, early: Int, short: Int, flowOut: Int, wait: Int, handle: Int
  ) {
    self.within = Way(within, places.within)
    self.early = Way(early, places.early)
    self.short = Way(short, places.short)
    self.flowOut = Way(flowOut, places.flowOut)
    self.wait = Way(wait, places.wait)
    self.handle = Way(handle, places.handle)
  }

  /// Tells whether the same numbers of a row are known.
  @inline(__always)
  func fit(
    within: Int, early: Int, short: Int, flowOut: Int, wait: Int, handle: Int
  ) -> Bool {
    let different =
      (within ^ self.within.sign) | (early ^ self.early.sign) | (short ^ self.short.sign)
      | (flowOut ^ self.flowOut.sign) | (wait ^ self.wait.sign) | (handle ^ self.handle.sign)
    return different >= 0
  }
}
