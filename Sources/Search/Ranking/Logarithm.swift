import Foundation

/// The natural logarithm, under a name that no platform's `log` collides with.
func logarithm(_ value: Float) -> Float { Foundation.log(value) }
