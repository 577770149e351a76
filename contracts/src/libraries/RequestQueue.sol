// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title A priority queue whose cost does not depend on its length
/// @notice First-in-first-out lists, one for each 16-second slot of effective time, under a bitmap of three levels (256 each) that
/// finds the smallest slot in three reads. Slots wrap after 2^24 (8.5 years); the order holds as long as what waits spans less than half of that.
/// @dev A list is packed: word 0 of a slot holds head (24 bits), tail (24 bits) and lanes 0 to 5 of 32 bits, each further word 8 lanes.
/// A lane is an id, 0 once cancelled. A slot's bit is set exactly while its word 0 is not zero.
library RequestQueue {
    struct Queue {
        /// by slot << 24 | number of the word
        mapping(uint256 => uint256) words;
        /// one bit for each slot, by slot >> 8
        mapping(uint256 => uint256) leaves;
        /// one bit for each leaf that is not zero, by slot >> 16
        mapping(uint256 => uint256) nodes;
        /// one bit for each node that is not zero
        uint256 root;
    }

    /// An open gives up after this many words, so that lanes somebody cancelled cannot make it dear.
    uint256 internal constant MAX_INSPECTED = 64;

    uint256 private constant INDEX = 0xffffff;
    uint256 private constant FIRST_LANES = 6;

    /// @notice Appends an id to its slot's list.
    /// @param slot Effective time / 16 s, not wrapped.
    /// @param id Not 0, below 2^32.
    /// @return position Where it stands, for contains and remove.
    function push(Queue storage q, uint256 slot, uint256 id) internal returns (uint256 position) {
        unchecked {
            slot &= INDEX;
            uint256 key = slot << 24;
            uint256 word = q.words[key];
            if (word == 0) _mark(q, slot);
            // 2^24 requests in one slot would need 10^12 gas in 16 seconds
            position = (word >> 24) & INDEX;
            if (position < FIRST_LANES) {
                word |= id << (48 + position * 32);
            } else {
                (uint256 place, uint256 shift) = _lane(key, position);
                // the first lane of a word overwrites what an earlier use of the slot may have left there
                q.words[place] = shift == 0 ? id : q.words[place] | (id << shift);
            }
            q.words[key] = word + (1 << 24);
        }
    }

    /// @notice Whether the id waits at that place.
    function contains(Queue storage q, uint256 slot, uint256 position, uint256 id) internal view returns (bool) {
        (uint256 place, uint256 shift) = _lane((slot & INDEX) << 24, position);
        uint256 word = q.words[(slot & INDEX) << 24];
        if (position < word & INDEX || position >= (word >> 24) & INDEX) return false;
        return uint32(q.words[place] >> shift) == id;
    }

    /// @notice Empties the lane of an id that contains found.
    function remove(Queue storage q, uint256 slot, uint256 position) internal {
        (uint256 place, uint256 shift) = _lane((slot & INDEX) << 24, position);
        q.words[place] &= ~(uint256(type(uint32).max) << shift);
    }

    /// @notice Takes up to `most` ids, smallest slot first and in order of arrival within it.
    /// @param today The present slot, where the search through the wrapped slots turns round.
    /// @return ids Maybe none, even from a queue that is not empty, when everything inspected was cancelled.
    function pop(Queue storage q, uint256 most, uint256 today) internal returns (uint256[] memory ids) {
        unchecked {
            ids = new uint256[](most);
            Cursor memory cursor = Cursor(0, 0, most);
            uint256 root = q.root;
            uint256 turn = ((today >> 16) + 128) & 255;
            while (root != 0 && _goOn(cursor)) {
                uint256 i = (_lowest((root >> turn) | (root << (256 - turn))) + turn) & 255;
                uint256 node = q.nodes[i];
                while (node != 0 && _goOn(cursor)) {
                    uint256 j = (i << 8) | _lowest(node);
                    uint256 leaf = q.leaves[j];
                    while (leaf != 0 && _goOn(cursor)) {
                        if (_drain(q, (j << 8) | _lowest(leaf), ids, cursor)) leaf &= leaf - 1;
                    }
                    q.leaves[j] = leaf;
                    if (leaf == 0) node &= node - 1;
                }
                q.nodes[i] = node;
                if (node == 0) root &= ~(1 << i);
            }
            q.root = root;
            uint256 found = cursor.found;
            assembly ("memory-safe") {
                mstore(ids, found)
            }
        }
    }

    struct Cursor {
        uint256 found;
        uint256 inspected;
        uint256 most;
    }

    function _goOn(Cursor memory cursor) private pure returns (bool) {
        return cursor.found < cursor.most && cursor.inspected < MAX_INSPECTED;
    }

    /// @dev Takes from one slot's list; true when that emptied it.
    function _drain(Queue storage q, uint256 slot, uint256[] memory ids, Cursor memory cursor) private returns (bool) {
        unchecked {
            uint256 key = slot << 24;
            uint256 word = q.words[key];
            ++cursor.inspected;
            uint256 head = word & INDEX;
            uint256 tail = (word >> 24) & INDEX;
            uint256 found = cursor.found;
            uint256 further;
            uint256 lanes;
            while (head < tail && found < cursor.most) {
                (uint256 place, uint256 shift) = _lane(key, head);
                if (place == key) {
                    lanes = word;
                } else if (place != further) {
                    if (cursor.inspected == MAX_INSPECTED) break;
                    ++cursor.inspected;
                    if (further != 0) q.words[further] = 0;
                    further = place;
                    lanes = q.words[place];
                }
                ++head;
                uint256 id = uint32(lanes >> shift);
                if (id != 0) ids[found++] = id;
            }
            cursor.found = found;
            if (head < tail) {
                q.words[key] = (word & ~INDEX) | head;
                return false;
            }
            if (further != 0) q.words[further] = 0;
            q.words[key] = 0;
            return true;
        }
    }

    function _mark(Queue storage q, uint256 slot) private {
        uint256 leaf = q.leaves[slot >> 8];
        q.leaves[slot >> 8] = leaf | (1 << (slot & 255));
        if (leaf != 0) return;
        uint256 node = q.nodes[slot >> 16];
        q.nodes[slot >> 16] = node | (1 << ((slot >> 8) & 255));
        if (node == 0) q.root |= 1 << (slot >> 16);
    }

    function _lane(uint256 key, uint256 position) private pure returns (uint256 place, uint256 shift) {
        unchecked {
            if (position < FIRST_LANES) return (key, 48 + position * 32);
            uint256 beyond = position - FIRST_LANES;
            return (key + 1 + (beyond >> 3), (beyond & 7) << 5);
        }
    }

    /// @dev Index of the lowest bit of a word that is not zero.
    function _lowest(uint256 x) private pure returns (uint256 r) {
        assembly ("memory-safe") {
            x := and(x, sub(0, x))
            r := shl(7, lt(0xffffffffffffffffffffffffffffffff, x))
            r := or(r, shl(6, lt(0xffffffffffffffff, shr(r, x))))
            r := or(r, shl(5, lt(0xffffffff, shr(r, x))))
            r := or(r, shl(4, lt(0xffff, shr(r, x))))
            r := or(r, shl(3, lt(0xff, shr(r, x))))
            r := or(r, shl(2, lt(0xf, shr(r, x))))
            r := or(r, shl(1, lt(0x3, shr(r, x))))
            r := or(r, lt(0x1, shr(r, x)))
        }
    }
}
