// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title Content identifiers, as strings and as 32 bytes
/// @notice Accepted are CIDv0 (46 characters of base58, sha2-256) and CIDv1 in lower-case base32 (59 characters, sha2-256, codec raw
/// or dag-pb). Both keep as a digest and one byte: 0x00 for v0, else the codec.
library Cid {
    /// @notice Neither a CIDv0 nor a base32 CIDv1 over sha2-256 with codec raw or dag-pb.
    error Cid_Malformed(string cid);

    uint256 internal constant V0 = 0x00;
    uint256 internal constant RAW = 0x55;
    uint256 internal constant DAG_PB = 0x70;

    uint256 private constant ONES = 0x0101010101010101010101010101010101010101010101010101010101010101;
    /// 58 ** 23
    uint256 private constant BASE58_23 = 58 ** 23;
    bytes32 private constant BASE32_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    // 0xff marks what is not a digit; indices start at "1" (0x31)
    bytes32 private constant BASE58_A = 0x000102030405060708ffffffffffffff090a0b0c0d0e0f10ff1112131415ff16;
    bytes32 private constant BASE58_B = 0x1718191a1b1c1d1e1f20ffffffffffff2122232425262728292a2bff2c2d2e2f;
    bytes32 private constant BASE58_C = 0x30313233343536373839ffffffffffffffffffffffffffffffffffffffffffff;

    /// @notice Reads a CID string in calldata.
    /// @return codec 0x00 for CIDv0, else the codec byte.
    /// @return digest The sha2-256 digest.
    function parse(string calldata cid) internal pure returns (uint256 codec, bytes32 digest) {
        bool ok;
        uint256 left;
        uint256 right;
        if (bytes(cid).length == 59) {
            // "b", then 58 digits: the first 32 of them and the last 32, which overlap by six
            assembly ("memory-safe") {
                left := calldataload(add(cid.offset, 1))
                right := calldataload(add(cid.offset, 27))
            }
            (ok, codec, digest) = _parseV1(left, right);
            ok = ok && bytes(cid)[0] == "b";
        } else if (bytes(cid).length == 46) {
            // two halves of 23 digits
            assembly ("memory-safe") {
                left := calldataload(cid.offset)
                right := calldataload(add(cid.offset, 23))
            }
            (ok, digest) = _parseV0(left, right);
        }
        if (!ok) revert Cid_Malformed(cid);
    }

    /// @notice Reads a CID string in memory.
    /// @return codec 0x00 for CIDv0, else the codec byte.
    /// @return digest The sha2-256 digest.
    function parseMemory(string memory cid) internal pure returns (uint256 codec, bytes32 digest) {
        bool ok;
        uint256 left;
        uint256 right;
        if (bytes(cid).length == 59) {
            assembly ("memory-safe") {
                left := mload(add(cid, 33))
                right := mload(add(cid, 59))
            }
            (ok, codec, digest) = _parseV1(left, right);
            ok = ok && bytes(cid)[0] == "b";
        } else if (bytes(cid).length == 46) {
            assembly ("memory-safe") {
                left := mload(add(cid, 32))
                right := mload(add(cid, 55))
            }
            (ok, digest) = _parseV0(left, right);
        }
        if (!ok) revert Cid_Malformed(cid);
    }

    /// @notice Writes a CID string, the inverse of parse.
    /// @param codec 0x00 for CIDv0, else the codec byte of a CIDv1.
    /// @param digest The sha2-256 digest.
    function format(uint256 codec, bytes32 digest) internal pure returns (string memory) {
        return codec == V0 ? _formatV0(digest) : _formatV1(codec, digest);
    }

    function _parseV1(uint256 left, uint256 right) private pure returns (bool ok, uint256 codec, bytes32 digest) {
        (uint256 high, uint256 badHigh) = _fiveBits(left);
        (uint256 low, uint256 badLow) = _fiveBits(right);
        // 58 digits are 290 bits: 4 bytes of header, 32 of digest, 2 of padding
        uint256 header = high >> 128;
        codec = (header >> 16) & 0xff;
        ok = (badHigh | badLow | (low & 3)) == 0 && header >> 24 == 1 && header & 0xffff == 0x1220
            && (codec == RAW || codec == DAG_PB);
        digest = bytes32((high << 128) | ((low >> 2) & type(uint128).max));
    }

    /// @dev 32 base32 characters to 160 bits, all at once; `bad` is not 0 when one of them is no digit.
    function _fiveBits(uint256 w) private pure returns (uint256 v, uint256 bad) {
        unchecked {
            // 1 in each byte that has the bit 0x40, as letters do; compare each byte with the bounds of letters or digits
            uint256 letter = (w >> 6) & ONES;
            uint256 lowest = ONES * 0x32 + letter * 0x2f;
            uint256 highest = ONES * 0x37 + letter * 0x43;
            uint256 top = ONES * 0x80;
            bad = (w & top) | (~((w | top) - lowest) & top) | (~((highest | top) - (w & ~top)) & top);
            v = w - (ONES * 0x18 + letter * 0x49);
            // gather 5 bits of each byte: pairs, fours, eights, sixteens, all
            v = (v & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff)
                | ((v & 0xff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00) >> 3);
            v = (v & 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff)
                | ((v & 0xffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000) >> 6);
            v = (v & 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff)
                | ((v & 0xffffffff00000000ffffffff00000000ffffffff00000000ffffffff00000000) >> 12);
            v = (v & 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff)
                | ((v & 0xffffffffffffffff0000000000000000ffffffffffffffff0000000000000000) >> 24);
            v = (v & type(uint128).max) | ((v >> 128) << 80);
        }
    }

    function _parseV0(uint256 left, uint256 right) private pure returns (bool ok, bytes32 digest) {
        unchecked {
            // 34 bytes do not fit in a word: multiply the halves together over 512 bits
            (uint256 high, bool okHigh) = _base58(left);
            (uint256 low, bool okLow) = _base58(right);
            uint256 modulo = mulmod(high, BASE58_23, type(uint256).max);
            uint256 bottom = high * BASE58_23;
            // the sum of top and bottom, which stays below 2^256 - 1: bottom is a multiple of 2^23, and top of digits is below 2^14
            uint256 top = modulo - bottom;
            uint256 sum = bottom + low;
            if (sum < bottom) ++top;
            ok = okHigh && okLow && top == 0x1220;
            digest = bytes32(sum);
        }
    }

    /// @dev The number that the first 23 characters of a word write in base58.
    function _base58(uint256 word) private pure returns (uint256 value, bool ok) {
        unchecked {
            ok = true;
            for (uint256 i; i < 23; ++i) {
                uint256 index = ((word >> (248 - 8 * i)) & 0xff) - 0x31;
                uint256 digit = 0xff;
                if (index < 32) digit = uint8(BASE58_A[index]);
                else if (index < 64) digit = uint8(BASE58_B[index - 32]);
                else if (index < 96) digit = uint8(BASE58_C[index - 64]);
                if (digit == 0xff) ok = false;
                value = value * 58 + digit;
            }
        }
    }

    function _formatV1(uint256 codec, bytes32 digest) private pure returns (string memory) {
        unchecked {
            bytes memory text = new bytes(59);
            text[0] = "b";
            uint256 header = 0x01001220 | (codec << 16);
            // 290 bits from the top: 32 of header, 256 of digest, 2 zeros
            for (uint256 i; i < 58; ++i) {
                uint256 start = i * 5;
                uint256 digit;
                if (start < 32) {
                    uint256 window = (header << 32) | (uint256(digest) >> 224);
                    digit = window >> (59 - start);
                } else {
                    uint256 used = start - 32;
                    digit = used <= 251 ? uint256(digest) >> (251 - used) : uint256(digest) << (used - 251);
                }
                text[i + 1] = BASE32_ALPHABET[digit & 31];
            }
            return string(text);
        }
    }

    function _formatV0(bytes32 digest) private pure returns (string memory) {
        unchecked {
            bytes memory alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
            bytes memory text = new bytes(46);
            // long division by 58 over limbs of 128, 128 and 16 bits
            uint256 top = 0x1220;
            uint256 middle = uint256(digest) >> 128;
            uint256 bottom = uint128(uint256(digest));
            for (uint256 i = 46; i > 0; --i) {
                uint256 rest = top % 58;
                top /= 58;
                middle |= rest << 128;
                rest = middle % 58;
                middle /= 58;
                bottom |= rest << 128;
                rest = bottom % 58;
                bottom /= 58;
                text[i - 1] = alphabet[rest];
            }
            return string(text);
        }
    }
}
