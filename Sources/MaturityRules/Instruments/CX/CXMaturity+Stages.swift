extension CXMaturity {
  /// The stages, lowest first.
  public static let stages = [
    Stage(
      number: 1, id: "customer_negligent", name: "Customer-Negligent", points: 0...20,
      summary: "customers are not seen as an asset; CX is no priority",
      keyMetrics: ["cost per contact", "contact volume"],
      people: "unaware of the customer's journey, poorly motivated",
      process: "survival mode, inward-looking, nobody owns CX results",
      technology: "separate homegrown tools, one channel, hardly any reports or VoC data"),
    Stage(
      number: 2, id: "customer_chaotic", name: "Customer-Chaotic", points: 21...40,
      summary: "CX is talked about, with no coordinated action yet",
      keyMetrics: ["average handle time", "contact volume"],
      people: "told to care, held to other targets, frustrated",
      process: "VoC begins; several leaders own fragments; basic reports only",
      technology: "isolated tools, few channels, manual imports and reports"),
    Stage(
      number: 3, id: "customer_aware", name: "Customer-Aware", points: 41...60,
      summary: "a central, coordinated effort is being designed",
      keyMetrics: ["CSAT", "NPS", "first contact resolution"],
      people: "customer and employee feedback valued, leaders drive the change, tools at hand",
      process: "CX helps set priorities; brand consistent; intermediate metrics reported",
      technology: "tools exchange critical data; several channels; systems are now the brake"),
    Stage(
      number: 4, id: "customer_centric", name: "Customer-Centric", points: 61...80,
      summary:
        "central initiatives with clear strategy and results; customers count in big decisions",
      keyMetrics: ["NPS", "CSAT", "CES", "response time", "resolution rates", "churn rate"],
      people: "hired for fit, empowered, leaders accountable for experience",
      process: "VoC sets priorities; executives back changes; CX metrics prove them",
      technology: "one view of the customer; smart routing, adaptive WFM, analytics"),
    Stage(
      number: 5, id: "customer_champion", name: "Customer-Champion", points: 81...100,
      summary: "customers are the chief asset; leading design, near-flawless execution",
      keyMetrics: [
        "NPS", "CSAT", "CES", "response time", "resolution rates", "churn rate",
        "customer lifetime value",
      ],
      people: "fluent in brand voice, proactive, engaged, low turnover",
      process: "CX drives all decisions; united stakeholders; fast change",
      technology: "one open platform in interface and data; AI and prediction prevent problems"),
  ]
}
