/// The ten legal public holidays of Belgium (royal decree of 18 April 1974, article 1).
package enum BelgianHolidays {
    package static func contains(_ day: CivilDay) -> Bool {
        switch (day.month, day.day) {
        case (1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25): return true
        default: break
        }
        let afterEaster = day.daysSinceEpoch - easter(day.year).daysSinceEpoch
        // Easter Monday, Ascension Day, Whit Monday.
        return [1, 39, 50].contains(afterEaster)
    }

    /// Easter Sunday in the Gregorian calendar. Source: the anonymous algorithm in Nature, 20 April 1876
    /// (J. Meeus, Astronomical Algorithms, chapter 8).
    static func easter(_ year: Int) -> CivilDay {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let d = b / 4
        let e = b % 4
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let i = c / 4
        let k = c % 4
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let month = (h + l - 7 * m + 114) / 31
        let day = (h + l - 7 * m + 114) % 31 + 1
        return CivilDay(year: year, month: month, day: day)
    }
}
