/// A part of the site with room of its own, so that a crowd in one keeps nobody out of another.
package enum Room: String, CaseIterable, Sendable {
    /// Who helps, how to report, whom to call: the last to turn anybody away.
    case help
    /// What is sent, what people with an account do, and whatever else waits for the store.
    case writing
    /// Pages and answers that are made of the snapshot.
    case reading
    /// Whole sets of data, packs for offline reading: much work for one who asks.
    case bulk
}

/// How many a room takes.
package struct RoomLimits: Sendable, Hashable {
    /// How many are worked for at once.
    package var atOnce: Int
    /// How many more may wait for their turn.
    package var waiting: Int
    /// How long a turn is worth waiting for.
    package var patience: Duration
    /// How many of one source may be inside or wait; nil where one source is only kept from coming before others.
    package var ofOneSource: Int?

    package init(atOnce: Int, waiting: Int, patience: Duration, ofOneSource: Int? = nil) {
        self.atOnce = atOnce
        self.waiting = waiting
        self.patience = patience
        self.ofOneSource = ofOneSource
    }
}

/// How much the site takes on at once. What is beyond is turned away with an honest word, so that what is taken on is
/// done in good time (Nygard, *Release It!*, 2nd edition, chapter 5: shed load, bulkheads).
package struct LoadLimits: Sendable, Hashable {
    package var help: RoomLimits
    package var writing: RoomLimits
    package var reading: RoomLimits
    package var bulk: RoomLimits
    /// How many searches, landscapes and downloads that are not ready yet one source may ask for at once; they come back
    /// at ``searchesPerSecond``. A school behind one address stays below.
    package var mostSearches = 1_800
    package var searchesPerSecond = 30

    /// - Parameter cores: of the machine. Making a page is all work and no waiting, so many more at once than there are
    ///   cores would only make everybody's page come later.
    package init(cores: Int) {
        let cores = max(1, cores)
        help = RoomLimits(atOnce: cores * 4, waiting: 8_192, patience: .seconds(10))
        writing = RoomLimits(atOnce: 256, waiting: 256, patience: .seconds(3), ofOneSource: 96)
        // As many may wait as there are connections: who is turned away at once comes back at once.
        reading = RoomLimits(atOnce: cores * 4, waiting: 8_192, patience: .seconds(3))
        bulk = RoomLimits(atOnce: cores * 4, waiting: 16, patience: .seconds(3), ofOneSource: 4)
    }

    /// Nothing is turned away: for tests that ask for very much at once.
    package static let boundless: LoadLimits = {
        var limits = LoadLimits(cores: 1)
        for room in Room.allCases {
            limits[room] = RoomLimits(atOnce: .max, waiting: .max, patience: .seconds(3_600))
        }
        limits.mostSearches = 1_000_000
        return limits
    }()

    package subscript(room: Room) -> RoomLimits {
        get {
            switch room {
            case .help: help
            case .writing: writing
            case .reading: reading
            case .bulk: bulk
            }
        }
        set {
            switch room {
            case .help: help = newValue
            case .writing: writing = newValue
            case .reading: reading = newValue
            case .bulk: bulk = newValue
            }
        }
    }
}
