import Foundation
import Synchronization

/// Works on items on several threads, and gives them back in the order in which they came.
///
/// The thread that asks for a result works as well while it has to wait. Threads are
/// started with the second item, so that a small input costs none.
final class WorkPool<Item: Sendable>: Sendable {
  private struct State {
    var waiting: [(number: Int, item: Item)] = []
    var done: [Int: Item] = [:]
    var threads = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  /// Counts items that wait, and threads that are to end.
  private let hasWork = DispatchSemaphore(value: 0)
  /// Counts items that a thread has done.
  private let hasResult = DispatchSemaphore(value: 0)
  private let most: Int
  private let work: @Sendable (inout Item) -> Void

  /// Creates a pool.
  ///
  /// - Parameters:
  ///   - threads: How many threads work at most, the one that asks for results included.
  ///   - work: What is done to an item.
  init(threads: Int, work: @escaping @Sendable (inout Item) -> Void) {
    most = threads - 1
    self.work = work
  }

  /// Gives an item to be worked on.
  ///
  /// - Parameter number: Its place in the order, from 0.
  func submit(_ item: consuming Item, number: Int) {
    var item: Item? = item
    let startsThread = state.withLock { state in
      state.waiting.append((number, item.take()!))
      let isNeeded = number > 0 && state.threads < most
      state.threads += isNeeded ? 1 : 0
      return isNeeded
    }
    if startsThread { Thread.detachNewThread { self.run() } }
    hasWork.signal()
  }

  /// Waits for an item, and works on others meanwhile.
  func result(_ number: Int) -> Item {
    while true {
      if let item = state.withLock({ $0.done.removeValue(forKey: number) }) { return item }
      if !workOnNext() { hasResult.wait() }
    }
  }

  /// Ends the threads.
  func close() {
    let threads = state.withLock { state in
      state.isClosed = true
      return state.threads
    }
    for _ in 0..<threads { hasWork.signal() }
  }

  private func run() {
    while true {
      hasWork.wait()
      // The waiting thread may have done the work that was counted.
      if workOnNext() { hasResult.signal() }
      if state.withLock(\.isClosed) { return }
    }
  }

  /// Works on the item that has waited longest.
  ///
  /// - Returns: `false` where none waits.
  private func workOnNext() -> Bool {
    // Nothing else may refer to the item's storage, or it would be copied.
    var item: Item?
    let next: Int? = state.withLock { state in
      if state.isClosed || state.waiting.isEmpty { return nil }
      let first = state.waiting.removeFirst()
      item = first.item
      return first.number
    }
    guard let number = next else { return false }
    work(&item!)
    state.withLock { $0.done[number] = item.take() }
    return true
  }
}
