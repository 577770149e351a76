// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title The codec `fixed`, written a second time
/// @dev The nodes encode in Go; this is the definition to hold them to, by integer arithmetic of 256 bits.
library FixedPoint {
    /// @notice A float64 times 10^decimals, rounded half to even.
    /// @param bits The float64's bits.
    /// @param decimals At most 36.
    /// @return ok False for NaN, infinities, and what an int256 cannot hold.
    function encode(uint64 bits, uint256 decimals) internal pure returns (bool ok, int256 word) {
        bool negative = bits >> 63 != 0;
        uint256 exponent = (bits >> 52) & 0x7ff;
        uint256 mantissa = bits & ((1 << 52) - 1);
        if (exponent == 0x7ff) return (false, 0);
        // subnormal numbers lack the hidden bit and have the exponent of the smallest normal ones
        if (exponent != 0) mantissa |= 1 << 52;
        else exponent = 1;
        // 53 bits times 10^36 are 173 bits; the value is scaled * 2^(exponent - 1075)
        uint256 scaled = mantissa * 10 ** decimals;
        uint256 magnitude;
        if (exponent >= 1075) {
            uint256 shift = exponent - 1075;
            if (scaled != 0 && (shift > 255 || scaled > type(uint256).max >> shift)) return (false, 0);
            magnitude = scaled == 0 ? 0 : scaled << shift;
        } else {
            uint256 shift = 1075 - exponent;
            if (shift <= 255) {
                magnitude = scaled >> shift;
                uint256 rest = scaled - (magnitude << shift);
                uint256 half = 1 << (shift - 1);
                if (rest > half || (rest == half && magnitude & 1 == 1)) ++magnitude;
            }
        }
        if (magnitude > (1 << 255) - (negative ? 0 : 1)) return (false, 0);
        unchecked {
            word = negative ? int256(0 - magnitude) : int256(magnitude);
        }
        return (true, word);
    }
}
