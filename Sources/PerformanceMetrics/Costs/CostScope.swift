/// Whose costs are judged: the organization's, or those of one site.
public enum CostScope: Hashable, Sendable {
  /// All sites together: no cost row names one.
  case organization
  /// One site.
  case site(String)
  /// What names no site, beside sites.
  case withoutSite

  /// The name that reports and objectives use: the site's, organization, or -.
  public var name: String {
    switch self {
    case .organization: "organization"
    case .site(let name): name
    case .withoutSite: "-"
    }
  }

  /// Names the scope of a site; `nil` stands for rows without one beside rows with one.
  init(site: String?) {
    self = site.map { .site($0) } ?? .withoutSite
  }
}
