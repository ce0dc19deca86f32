import Synchronization
import Testing

@testable import SLCheckTool

/// Items come back in the order in which they were given, worked on once.
@Suite struct WorkPoolTests {
  @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrder(_ threads: Int) {
    let works = Mutex(0)
    let pool = WorkPool<[Int]>(threads: threads) { item in
      // The later an item is given, the sooner it is done.
      for _ in 0..<(200 - item[0]) * 20 { item[1] &+= 1 }
      works.withLock { $0 += 1 }
    }
    defer { pool.close() }
    var (given, taken) = (0, 0)
    while taken < 200 {
      while given < 200, given - taken < 2 * threads + 1 {
        pool.submit([given, 0], number: given)
        given += 1
      }
      #expect(pool.result(taken) == [taken, (200 - taken) * 20])
      taken += 1
    }
    #expect(works.withLock { $0 } == 200)
  }

  @Test func poolThatIsClosedEarlyIsLeft() {
    let pool = WorkPool<Int>(threads: 4) { $0 += 1 }
    for number in 0..<9 { pool.submit(number, number: number) }
    #expect(pool.result(0) == 1)
    pool.close()
  }
}
