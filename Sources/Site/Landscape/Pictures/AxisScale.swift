/// The marks of an axis from 0: at most six steps of 1, 2 or 5 times a power of ten.
struct AxisScale: Hashable, Sendable {
    let step: Int
    /// The highest mark: no value is above it.
    let top: Int

    /// `most`: the largest value that is shown.
    init(most: Int) {
        var step = 1
        // 1, 2, 5, 10, 20, 50 …
        while step * 6 < most { step = String(step).hasPrefix("2") ? step / 2 * 5 : step * 2 }
        self.step = step
        top = max(step, (most + step - 1) / step * step)
    }

    var marks: [Int] { Array(stride(from: 0, through: top, by: step)) }

    /// Per cent of the height that a value takes.
    func share(_ value: Int) -> Double { Double(max(0, value)) / Double(top) * 100 }
}

/// Which years of a row are named below it: all, or every second, fifth, tenth …, so that the names have room.
struct YearMarks: Hashable, Sendable {
    /// Named on a phone.
    let narrow: Int
    /// Named on a wide screen as well.
    let wide: Int

    init(years: Int) {
        narrow = Self.step(years: years, most: 6, of: [1, 2, 4, 5, 10, 20, 50, 100])
        let narrow = narrow
        wide = Self.step(years: years, most: 18, of: (1...narrow).filter { narrow % $0 == 0 })
    }

    private static func step(years: Int, most: Int, of steps: [Int]) -> Int {
        steps.first { years <= $0 * most } ?? steps.last ?? 1
    }
}
