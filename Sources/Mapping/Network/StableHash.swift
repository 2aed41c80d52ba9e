/// A number that follows from a text alone, on every machine and in every run: FNV-1a (Fowler, Noll and Vo;
/// draft-eastlake-fnv) with the last steps of MurmurHash3, so that texts that differ little are far apart.
struct StableHash {
    let value: UInt64

    init(_ text: String) {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        self.value = value ^ (value >> 33)
    }
}
