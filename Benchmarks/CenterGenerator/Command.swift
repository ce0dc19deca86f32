import Basics

/// What the command line asks for.
enum Command: Sendable {
  case help
  /// Write the files of the committed sample into a directory.
  case sample(directory: String)
  /// Write the exports of a small center in the forms of all known products into a directory.
  case profiles(directory: String)
  /// Write a center of any size to standard output.
  case sized(SizedCenter)
  /// Write a log of contacts of any size to standard output.
  case contacts(SizedContacts)

  /// Reads the command line, without the name of the program.
  ///
  /// - Throws: When an option is unknown, missing, repeated or has a bad value.
  init(_ words: some Sequence<String>) throws(GeneratorError) {
    var typed: [String: String] = [:]
    var sites: [String] = []
    var rest = Array(words)[...]
    while let option = rest.popFirst() {
      if option == "--help" || option == "-h" {
        self = .help
        return
      }
      guard Command.options.contains(option) else {
        throw .unknownOption(
          VisibleText.escaping(option), nearest: NearestName.of(option, in: Command.options))
      }
      if option == "--contact-ids" {
        typed[option] = ""
        continue
      }
      guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
        throw .missingValue(option: option)
      }
      if option == "--site" {
        sites.append(value)
        // Several names may follow one --site.
        while let name = rest.first, !name.hasPrefix("--") { sites.append(rest.removeFirst()) }
      } else if typed.updateValue(value, forKey: option) != nil {
        throw .repeatedOption(option)
      }
    }

    for fixed in ["--sample", "--profiles"] {
      guard let directory = typed[fixed] else { continue }
      for option in Command.options where option != fixed {
        if typed[option] != nil || (option == "--site" && !sites.isEmpty) {
          throw .notWithSample(option: option)
        }
      }
      self = fixed == "--sample" ? .sample(directory: directory) : .profiles(directory: directory)
      return
    }
    func number(
      _ option: String, in range: ClosedRange<Int>, default fallback: Int? = nil
    ) throws(GeneratorError) -> Int {
      guard let text = typed[option] else {
        guard let fallback else { throw .missingOption(option) }
        return fallback
      }
      guard let value = Int(text), range.contains(value) else {
        throw .badValue(
          option: option, found: VisibleText.escaping(text),
          expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return value
    }
    let startText = typed["--start"] ?? "2025-09-01"
    guard let start = CivilDate(startText), (1970..<9000).contains(start.parts.year) else {
      throw .badValue(
        option: "--start", found: VisibleText.escaping(startText),
        expected: "a day from 1970 on, such as 2025-09-01")
    }
    let seed = UInt64(try number("--seed", in: 0...Int.max, default: 1))
    if typed["--contacts"] != nil {
      for option in ["--queues", "--months", "--minutes", "--site"] {
        guard typed[option] == nil, option != "--site" || sites.isEmpty else {
          throw .notWithContacts(option: option)
        }
      }
      self = .contacts(
        SizedContacts(
          contactCount: try number("--contacts", in: 1...1_000_000_000),
          customerCount: try number("--customers", in: 100...1_000_000_000),
          start: start, areNumbered: typed["--contact-ids"] != nil, seed: seed))
      return
    }
    for option in ["--customers", "--contact-ids"] where typed[option] != nil {
      throw .onlyWithContacts(option: option)
    }
    let minutes = try number("--minutes", in: 15...60)
    guard [15, 30, 60].contains(minutes) else {
      throw .badValue(option: "--minutes", found: String(minutes), expected: "15, 30 or 60")
    }
    self = .sized(
      SizedCenter(
        queueCount: try number("--queues", in: 1...100_000),
        months: try number("--months", in: 1...1200), minutes: minutes, start: start,
        sites: sites.isEmpty ? ["Lakeside"] : sites, seed: seed))
  }

  private static let options = [
    "--sample", "--profiles", "--queues", "--months", "--minutes", "--start", "--site", "--seed",
    "--contacts", "--customers", "--contact-ids",
  ]

  /// Does what is asked.
  ///
  /// - Throws: When the output cannot be written.
  func run() throws(GeneratorError) {
    switch self {
    case .help:
      var output = ByteOutput.standardOutput()
      try output.append(Array(Command.helpText.utf8))
      try output.finish()
    case .sample(let directory):
      try SampleCenter.write(to: directory)
    case .profiles(let directory):
      try ProfileSample.write(to: directory)
    case .sized(let center):
      try center.write(to: ByteOutput.standardOutput())
    case .contacts(let log):
      try log.write(to: ByteOutput.standardOutput())
    }
  }

  /// What --help prints.
  static let helpText = """
    Simulates a contact center from a seed and writes its interval records, or its
    contacts. The same options give the same bytes on every machine.

    USAGE
      CenterGenerator --sample DIRECTORY
      CenterGenerator --profiles DIRECTORY
      CenterGenerator --queues N --months N --minutes 15|30|60 [--start DAY]
                      [--site NAME ...] [--seed N]
      CenterGenerator --contacts N --customers N [--contact-ids] [--start DAY] [--seed N]

    OPTIONS
      --sample DIRECTORY   write the interval files of the committed sample; the
                           directory must exist
      --profiles DIRECTORY write two mornings of a small center as every known product
                           exports them; the directory must exist
      --queues N           number of queues, open around the clock
      --months N           number of calendar months; the month of --start is the first
      --minutes N          length of an interval: 15, 30 or 60
      --start DAY          first day (default 2025-09-01)
      --site NAME ...      sites, over which the queues are dealt out (default Lakeside)
      --contacts N         number of contacts, one a row; a long log spans about a year
      --customers N        number of customers, some of whom come back within days
      --contact-ids        give every contact an identifier
      --seed N             what all random numbers follow from (default 1)
      --help               show this text

    Centers and contacts of any size go to standard output, in order of time.

    """
}
