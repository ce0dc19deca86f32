import Basics
import Testing

/// Results come in the order of the elements, on any number of threads.
@Suite struct ConcurrentMapTests {
  private struct Odd: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [1, 2, 7]) func elementsAreMappedInOrder(_ threads: Int) {
    for count in [0, 1, 2, 100] {
      let numbers = Array(0..<count)
      #expect(numbers.concurrentMap(threads: threads) { $0 * $0 } == numbers.map { $0 * $0 })
    }
  }

  @Test(arguments: [1, 2, 7]) func firstFailureIsThrown(_ threads: Int) {
    #expect(throws: Odd(number: 11)) {
      try [2, 4, 11, 6, 13, 8].concurrentMap(threads: threads) { (number) throws(Odd) in
        guard number % 2 == 0 else { throw Odd(number: number) }
        return number
      }
    }
  }
}
