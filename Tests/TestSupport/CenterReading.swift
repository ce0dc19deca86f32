public import Basics
public import ContactRecords
public import DelimitedText
public import PerformanceMetrics

extension CenterMetrics {
  /// Judges a center of which there are interval records alone.
  public init(_ intervals: IntervalTally, options: MetricsOptions = .init()) throws(MetricsError) {
    try self.init(CenterTally(intervals: intervals), options: options)
  }
}

/// How texts become metrics in a test: the tool's own steps, without files and messages.
public struct CenterReading: Sendable {
  /// Makes the reader of a source; tests make its window and its batches small.
  public typealias Opening = @Sendable (MemoryByteSource) throws -> RecordReader

  /// The services in the order in which they take records.
  public var services: [Service]
  /// What happens to different rows for one key and interval.
  public var policy = ConflictPolicy.error
  /// The short-abandon limit.
  public var shortAbandonSeconds = 5
  /// Configured columns.
  public var columns: [String: ColumnSource] = [:]
  /// What the configuration says of every file.
  public var decoding = IntervalDecoder.Options()
  /// What the configuration says of the metrics.
  public var metrics = MetricsOptions()
  /// Stretches of time to leave out.
  public var exclusions: [Exclusion] = []
  /// The zone whose wall clock the stamps are taken on.
  public var zone: CivilZone?
  /// The most bytes that a source gives at once.
  public var chunkWidth = Int.max
  /// Makes the reader of a source.
  public var opening: Opening = { try RecordReader($0) }

  /// Creates a reading for services.
  public init(_ services: [Service] = [.assumed]) {
    self.services = services
  }

  /// Reads and judges texts, each a source of its own.
  public func center(_ sources: [String]) throws -> CenterMetrics {
    var options = metrics
    options.clockChanges = zone?.changedDays ?? [:]
    var center = CenterTally(intervals: try tally(sources).tally)
    center.exclusions = exclusions
    return try CenterMetrics(center, options: options)
  }

  /// Reads and judges one text.
  public func center(_ source: String) throws -> CenterMetrics { try center([source]) }

  /// Reads texts, each a source of its own.
  ///
  /// - Parameter linesBefore: Lines of the sources before these, read elsewhere.
  public func tally(_ sources: [String], linesBefore: Int = 0) throws -> ReadCenter {
    var center = ReadCenter(
      tally: IntervalTally(
        services: services, policy: policy, shortAbandonSeconds: shortAbandonSeconds))
    for source in sources { try read(source, into: &center, linesBefore) }
    return center
  }

  private func read(
    _ text: String, into center: inout ReadCenter, _ linesBefore: Int
  ) throws {
    var reader = try opening(MemoryByteSource(text.utf8, chunkWidth: chunkWidth))
    center.tally.beginSource(base: center.sources.reduce(linesBefore) { $0 + $1.lines })
    var source = ReadCenter.Source()
    var batch = RecordBatch()
    var decoder: IntervalDecoder?
    var columns = IntervalBatch()
    while try reader.read(into: &batch) {
      source.blankLines += batch.blankLines
      guard !batch.rows.isEmpty else { continue }
      var first = 0
      if decoder == nil {
        let header = (0..<Int(batch.rows[0].fieldCount)).map { batch.text(row: 0, field: $0) }
        let map = try ColumnMap(header: header, columns: self.columns)
        var options = decoding
        options.zone = zone
        decoder = IntervalDecoder(
          map: map, delimiter: reader.dialect.delimiter, options: options)
        columns = IntervalBatch(thresholds: map.thresholds)
        first = 1
      }
      source.rows += batch.rows.count - first
      var rejects: [RejectedRecord] = []
      decoder!.decode(batch, from: first, into: &columns, keys: &center.keys, rejects: &rejects)
      center.tally.add(columns, keys: center.keys)
      for case let place? in rejects.map(\.place) {
        center.tally.noteRejected(
          key: place.key, in: center.keys, day: place.day, time: place.time, pass: place.pass,
          isMonth: place.isMonth)
      }
      source.rejects += rejects
    }
    source.lines = reader.physicalLines
    source.plausibility = decoder?.findings.plausibility ?? .init()
    source.blankDurations = decoder?.findings.blankDurations ?? [:]
    source.offsets = decoder?.findings.offsets.minutes ?? []
    source.movedRows = decoder?.findings.movedRows ?? 0
    center.sources.append(source)
  }
}

/// What texts were read as.
public struct ReadCenter: Sendable {
  /// What is known of one source beside its tally.
  public struct Source: Sendable {
    /// Rows below the header, blank lines apart.
    public internal(set) var rows = 0
    /// Blank lines.
    public internal(set) var blankLines = 0
    /// Physical lines.
    public internal(set) var lines = 0
    /// Rows that cannot be read.
    public internal(set) var rejects: [RejectedRecord] = []
    /// Rows with figures that no center has.
    public internal(set) var plausibility = Plausibility()
    /// Rows with blank durations by column.
    public internal(set) var blankDurations: [String: Int] = [:]
    /// Offsets from universal time.
    public internal(set) var offsets: [Int16] = []
    /// Rows moved out of an hour that the clock skipped.
    public internal(set) var movedRows = 0
  }

  /// The tally.
  public internal(set) var tally: IntervalTally
  /// The keys.
  public internal(set) var keys = KeyTable()
  /// The sources in order.
  public internal(set) var sources: [Source] = []

  /// Merges what was read after this.
  public mutating func merge(_ other: ReadCenter) {
    tally.merge(other.tally, keys: &keys)
    sources += other.sources
  }
}
