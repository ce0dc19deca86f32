import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

extension FigureTracer {
  /// Adds the costs of a scope, those without a site by its share.
  func addCosts(
    _ rows: [CountedRow], _ costs: CostPerContact, _ month: CivilMonth, _ category: String?,
    to trace: inout FigureTrace
  ) {
    trace.numeratorName = "amount"
    let figures = costs.month(month)
    let all = costs.allContacts(month)
    var isShared = false
    for counted in rows {
      guard case .cost(let record) = counted.content,
        category == nil || record.category == category
      else { continue }
      var amount = Fraction(record.amount)
      switch costs.scope {
      case .organization: break
      case .site(let site):
        if record.site == nil {
          // Shared out over the sites by their contacts, where that is what is done.
          guard !figures.isUndecided, all > 0 else { continue }
          amount = amount * figures.contacts / all
          isShared = true
        } else if record.site != site {
          continue
        }
      case .withoutSite: if record.site != nil { continue }
      }
      trace.rows.append(
        row(
          counted.place, start: record.period.description,
          names: [record.site ?? "", record.category], amount, nil))
    }
    if isShared {
      trace.remarks.append(
        "costs without a site are shared out by contacts: \(grouped(figures.contacts)) of "
          + grouped(all))
    }
    if figures.value != nil {
      trace.remarks.append("divided by \(grouped(figures.contacts)) contacts")
    }
  }

  /// Adds the costs of quality of a period.
  func addQualityCosts(
    _ rows: [CountedRow], _ period: CostPeriod, _ categories: [QualityCategory],
    to trace: inout FigureTrace
  ) {
    trace.numeratorName = "amount"
    // A quarter's own records go before those of its months.
    let records = rows.compactMap { counted -> (Int, CostRecord, QualityCategory)? in
      guard case .qualityCost(let record) = counted.content,
        let category = QualityCategory(category: record.category), categories.contains(category)
      else { return nil }
      return (counted.place, record, category)
    }
    let own = Set(records.filter { $0.1.period == period }.map(\.2))
    for (place, record, category) in records {
      if record.period != period {
        guard case .quarter = period, case .month = record.period, !own.contains(category) else {
          continue
        }
      }
      trace.rows.append(
        row(
          place, start: record.period.description, names: [record.category],
          Fraction(record.amount), nil))
    }
  }
}
