extension ICMIConcepts {
  /// What customers expect, in the order of the source.
  public static let expectations = [
    Expectation(
      id: "accessible", title: "Easy to reach",
      measures: ["service level", "abandonment rate", "opening hours"], bearsOn: "8.01"),
    Expectation(
      id: "courteous", title: "Polite treatment",
      measures: ["quality score", "satisfaction"], bearsOn: "8.02"),
    Expectation(
      id: "responsive", title: "Attention to actual needs and wishes",
      measures: ["satisfaction", "FCR"], bearsOn: "8.02"),
    Expectation(
      id: "prompt", title: "Requests carried out fast",
      measures: ["response time", "speed of answer"], bearsOn: "8.01"),
    Expectation(
      id: "competent", title: "Trained, informed staff",
      measures: ["quality score", "FCR"], bearsOn: "8.02"),
    Expectation(
      id: "informed", title: "Being told what comes next",
      measures: ["quality score"], bearsOn: "8.02"),
    Expectation(
      id: "reliable", title: "Promises and commitments kept",
      measures: ["quality score", "repeat contacts"], bearsOn: "8.02"),
    Expectation(
      id: "right_first_time", title: "No second attempt",
      measures: ["FCR"], bearsOn: "8.02"),
    Expectation(
      id: "ethical", title: "Social responsibility and ethics",
      measures: [], bearsOn: "8.02"),
    Expectation(
      id: "follow_up", title: "Follow-through afterwards",
      measures: ["response time of follow-up services, where they are one"], bearsOn: "8.02"),
  ]
}
