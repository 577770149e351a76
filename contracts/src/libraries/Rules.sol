// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title The protocol's arithmetic, free of state
/// @notice Each function has its twin in Go; the vectors under test/vectors hold both to it.
library Rules {
    uint256 internal constant HALVING_BLOCKS = 210_000;
    uint256 internal constant FIRST_SUBSIDY = 50e18;
    uint256 internal constant SLOT_SECONDS = 16;
    uint256 internal constant FREE_BACKLOG = 1_024;

    /// @notice Commitment to a result.
    function commitment(bytes32 challenge, address miner, bytes32 resultHash, bytes32 salt)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(challenge, miner, resultHash, salt));
    }

    /// @notice The number a nonce has to bring down to the target.
    function workHash(bytes32 challenge, address miner, uint256 nonce) internal pure returns (uint256) {
        return uint256(keccak256(abi.encodePacked(challenge, miner, nonce)));
    }

    /// @notice Largest work hash that takes a seat: max / difficulty, doubled for each commitWindow since opening.
    function target(uint256 difficulty, uint256 elapsed, uint256 commitWindow) internal pure returns (uint256) {
        uint256 base = type(uint256).max / difficulty;
        if (elapsed < commitWindow) return base;
        uint256 k = elapsed / commitWindow;
        return k > 255 || base > type(uint256).max >> k ? type(uint256).max : base << k;
    }

    /// @notice Difficulty of the block after one whose commit phase took `elapsed` seconds.
    /// @param limit Largest difficulty that the storage holds.
    function retarget(uint256 old, uint256 elapsed, uint256 wanted, uint256 minimum, uint256 limit)
        internal
        pure
        returns (uint256 next)
    {
        if (elapsed == 0) elapsed = 1;
        next = old * wanted / elapsed;
        uint256 step = old / 8;
        uint256 lowest = old - step;
        uint256 highest = old + (step == 0 ? 1 : step);
        if (next < lowest) next = lowest;
        if (next > highest) next = highest;
        if (next < minimum) next = minimum;
        if (next > limit) next = limit;
    }

    /// @notice Place in the queue: effective time in units of 16 s.
    function slot(uint256 birth, uint256 tip, uint256 secondsPerToken, uint256 maxHeadStart)
        internal
        pure
        returns (uint256)
    {
        if (tip == 0) return birth / SLOT_SECONDS;
        uint256 headStart = tip * secondsPerToken / 1e18;
        if (headStart > maxHeadStart) headStart = maxHeadStart;
        return headStart >= birth ? 0 : (birth - headStart) / SLOT_SECONDS;
    }

    /// @notice Least tip for a request that joins `queued` others, wei: none up to 1,024, then rising by `perThousand` for each 1,024.
    function backlogTip(uint256 perThousand, uint256 queued) internal pure returns (uint256) {
        return queued >= FREE_BACKLOG ? perThousand * (queued - FREE_BACKLOG + 1) / FREE_BACKLOG : 0;
    }

    /// @notice Wei minted for a seat that agreed with every answer of block `number`.
    function subsidy(uint256 number) internal pure returns (uint256) {
        return FIRST_SUBSIDY >> ((number - 1) / HALVING_BLOCKS);
    }

    /// @notice Distance of two words read as int256.
    function distance(uint256 x, uint256 y) internal pure returns (uint256) {
        unchecked {
            return int256(x) >= int256(y) ? x - y : y - x;
        }
    }

    /// @notice Hash that identifies a settled block.
    function blockHash(
        bytes32 parentHash,
        uint256 number,
        bytes32 idsHash,
        bytes32 outcomeHash,
        bytes32 challenge,
        bytes32 minersHash,
        uint256 timestamp
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(parentHash, number, idsHash, outcomeHash, challenge, minersHash, timestamp));
    }
}
