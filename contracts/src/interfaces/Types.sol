// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What the owner can tune. A block runs under the parameters it was opened under; a change reaches the next block.
/// @dev Three storage slots, grouped by who reads them: commits; requests; settlement.
struct Parameters {
    /// Seconds after opening from which commits may be closed early, and after each of which the target doubles.
    uint32 commitWindow;
    /// Seconds the reveal window lasts at least.
    uint32 revealWindow;
    /// Ethereum blocks the reveal window lasts at least.
    uint32 revealBlocks;
    /// Seconds that the commit phase should take; difficulty steers towards it.
    uint32 targetCommitTime;
    /// Active stake, in wei of EML, that a miner needs to take a seat.
    uint128 minStake;
    /// Seconds until a request may be expired, when the requester names none.
    uint32 defaultExpiry;
    /// Longest expiry a requester may ask for, seconds (at most 30 days).
    uint32 maxExpiry;
    /// Most seconds of waiting time a tip can buy; at least maxExpiry.
    uint32 maxHeadStart;
    /// Seconds of waiting time bought by one EML (1e18 wei) of tip.
    uint32 secondsPerToken;
    /// Seconds of commit phase after which the requests of a block may be expired whatever their expiry.
    uint32 maxCommitTime;
    /// Wei of tip demanded for each 1,024 requests that wait beyond the first 1,024.
    uint96 backlogTip;
    /// Difficulty never falls below this (expected hashes a nonce).
    uint64 minDifficulty;
    /// Callback gas when the requester names none; gas above it costs minTipPerGas.
    uint32 callbackGas;
    /// Most callback gas a requester may ask for.
    uint32 maxCallbackGas;
    /// Slash for a seat that never revealed, basis points of active plus unstaking stake; doubles when repeated.
    uint16 nonRevealBps;
    /// Slash for a word in the minority, basis points, once per block.
    uint16 dissentBps;
    /// Share of the gross tip that goes to whoever settles, basis points.
    uint16 settleBountyBps;
    /// Share of the tip that goes to whoever expires a request, basis points.
    uint16 expireBountyBps;
    /// Wei of tip for each unit of callback gas above callbackGas, paid to the settler.
    uint64 minTipPerGas;
    /// Wei of slashed stake that each revealer of a void block gets at most, for its gas.
    uint96 voidAllowance;
}

/// @notice How a request is doing.
enum RequestStatus {
    Unknown,
    Queued,
    Assigned,
    Answered,
    Failed,
    Cancelled,
    Expired
}

/// @notice What the virtual chain is doing.
enum Phase {
    Idle,
    Commit,
    Reveal
}

/// @notice ERC-2612 permit from the requester to the coordinator; ignored when v is 0 or when it fails.
struct Permit {
    uint256 value;
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @notice Options of a request; zero values mean the defaults.
struct RequestOptions {
    /// Gas the callback gets, rounded up to thousands; 0 for the default.
    uint32 callbackGas;
    /// Seconds from now until the request may be expired; 0 for the default.
    uint32 expiresIn;
    Permit permit;
}

/// @notice One operator's votes over a block, in the order of the block's ids.
struct Vector {
    uint256[] predictions;
    /// One status byte (0 to 4) for each prediction.
    bytes statuses;
}

/// @notice Everything known about a request. Once answered, tip, birth, expiry and slot read 0.
struct RequestView {
    address requester;
    RequestStatus status;
    /// Reason code when Failed or Expired, else 0.
    uint8 reason;
    uint256 modelId;
    /// The CID as a string, in the form it was given.
    string dataPoint;
    /// sha2-256 digest in the CID.
    bytes32 digest;
    /// 0x00 for CIDv0, else the codec of the CIDv1 (0x55 raw, 0x70 dag-pb).
    uint8 cidCodec;
    /// Tip in wei of EML; once failed, expired or cancelled, what came back of it.
    uint256 tip;
    /// Unix seconds of the request.
    uint64 birth;
    /// Unix seconds from which it may be expired.
    uint64 expiry;
    /// Effective time in units of 16 s since the Unix epoch; the smallest is served first.
    uint64 slot;
    uint32 callbackGas;
    /// The last callback failed, retryCallback can replay it.
    bool undelivered;
    /// Went back to the queue once for want of consensus; there is no second time.
    bool requeued;
    /// The answer, 0 unless Answered.
    uint256 prediction;
}

/// @notice The open block; when Idle, the last one's number, and the difficulty and parent of the next.
struct BlockView {
    uint64 number;
    Phase phase;
    /// Unix seconds and Ethereum block of opening.
    uint64 openedAt;
    uint64 openedAtBlock;
    /// Unix seconds and Ethereum block in which commits closed; 0 in the commit phase.
    uint64 commitClosedAt;
    uint64 commitClosedAtBlock;
    /// The reveal window is over once the time is >= revealEndsAt and the Ethereum block >= revealEndsAtBlock.
    uint64 revealEndsAt;
    uint64 revealEndsAtBlock;
    bytes32 challenge;
    bytes32 parentHash;
    /// Difficulty at opening, before easing.
    uint256 difficulty;
    uint256 seats;
    uint256 reveals;
    uint256[] ids;
    /// The parameters this block runs under (when Idle, the next block's).
    Parameters parameters;
}

/// @notice A seat of the open block.
struct Seat {
    address miner;
    /// The commitment, or the result hash once revealed.
    bytes32 hash;
    bool revealed;
}

/// @notice A model as registered.
struct Model {
    address publisher;
    /// Share of the gross tip that goes to the publisher, basis points.
    uint16 royaltyBps;
    /// 0 class, 1 argmax, 2 fixed, 3 digest.
    uint8 codec;
    uint8 decimals;
    /// 0 equal, 1 median.
    uint8 rule;
    bool deprecated;
    /// Version and codec byte of the manifest's CID (0x00, 0x55 or 0x70).
    uint8 cidCodec;
    bytes32 manifestDigest;
    /// In units of the word; median rule only.
    uint256 tolerance;
    /// The model this one is a newer version of, 0 for none.
    uint256 previousId;
}

/// @notice A model to register.
struct ModelRegistration {
    string manifestCID;
    uint16 royaltyBps;
    uint8 codec;
    uint8 decimals;
    uint8 rule;
    uint256 tolerance;
    uint256 previousId;
}
