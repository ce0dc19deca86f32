import Basics

/// The costs of each scope by month and category, once what names no site has found its place.
///
/// If no cost row names a site, the organization is one scope. If all do, each
/// site is. Costs without a site beside costs with one are shared out over the
/// sites by their contacts of the month; where the configuration forbids that, they
/// leave the month of every site undecided.
struct CostAllocation {
  /// The costs of a scope in a month.
  struct Month {
    /// The exact amounts by category.
    var categories: [String: Fraction] = [:]
    /// Whether costs without a site leave the month undecided.
    var isUndecided = false
  }

  /// The months with costs of each scope.
  private(set) var scopes: [CostScope: [CivilMonth: Month]] = [:]
  /// The spellings of sites and categories.
  private var spellings: Spellings

  /// Finds the scopes of costs whose month begins by as-of.
  init(
    _ tally: CostTally, volumes: ContactVolumes, targets: CostTargets, asOf: CivilDate
  ) {
    spellings = tally.spellings
    spellings.merge(Spellings(volumes.counts.keys.compactMap(\.self)))
    let cells = tally.costs.filter { $0.key.month.firstDay <= asOf }
    let hasSites = cells.keys.contains { $0.site != nil }
    for (cell, amount) in cells {
      if !hasSites {
        add(Fraction(amount), .organization, cell)
      } else if cell.site != nil {
        add(Fraction(amount), CostScope(site: cell.site.map { spellings[$0] }), cell)
      } else {
        switch targets.allocation {
        case .contacts: share(amount, cell, volumes, targets.basis)
        case .none: add(Fraction(amount), .withoutSite, cell)
        }
      }
    }
    guard hasSites, targets.allocation == .none else { return }
    for month in Set(cells.keys.filter { $0.site == nil }.map(\.month)) {
      for scope in scopes.keys where scope != .withoutSite {
        scopes[scope]![month, default: Month()].isUndecided = true
      }
    }
  }

  private mutating func add(_ amount: Fraction, _ scope: CostScope, _ cell: CostTally.Cell) {
    let category = spellings[cell.category]
    let amounts = scopes[scope]?[cell.month]?.categories[category]
    scopes[scope, default: [:]][cell.month, default: Month()].categories[category] =
      amounts.map { $0 + amount } ?? amount
  }

  /// Shares an amount out by the contacts of the month.
  ///
  /// In a month without contacts it stays what names no site; no site's cost per
  /// contact could be told in it anyway.
  private mutating func share(
    _ amount: FixedPoint, _ cell: CostTally.Cell, _ volumes: ContactVolumes,
    _ basis: CostTargets.Basis
  ) {
    let all = volumes.count(cell.month).contacts(basis)
    for site in volumes.counts.keys {
      let part = volumes.count(site: site, cell.month).contacts(basis)
      if part > 0 {
        add(Fraction(amount) * part / all, CostScope(site: site.map { spellings[$0] }), cell)
      }
    }
    if all == 0 { add(Fraction(amount), .withoutSite, cell) }
  }
}
