internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// Maps all elements, on several threads, to results in the order of the elements.
  ///
  /// - Parameters:
  ///   - threads: How many threads are used at most; 1 for the caller's alone.
  ///   - transform: What an element becomes; it may not depend on the others.
  /// - Throws: What the first element that has no result throws.
  /// - Complexity: Each thread takes the next element when it has done one.
  public func concurrentMap<Mapped: Sendable, Failure: Error>(
    threads: Int, _ transform: @Sendable (Element) throws(Failure) -> Mapped
  ) throws(Failure) -> [Mapped] {
    guard threads > 1, count > 1 else { return try map(transform) }
    let next = Atomic(0)
    let results = Mutex([Result<Mapped, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result: Result<Mapped, Failure>
        do throws(Failure) {
          result = .success(try transform(self[index]))
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[index] = result }
      }
    }
    var mapped: [Mapped] = []
    mapped.reserveCapacity(count)
    for result in results.withLock({ $0 }) { mapped.append(try result!.get()) }
    return mapped
  }
}
