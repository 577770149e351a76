// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Parameters} from "./Types.sol";

/// @title Events and errors of the coordinator
interface IEthMLEvents {
    // ---------------------------------------------------------------- requests

    /// @notice A request came in. Kept from the prototype; RequestQueued follows in the same transaction.
    event ReceivedRequest(uint256 id, string datapoint, uint256 tip);
    /// @notice Where the request stands: `slot` orders the queue (effective time / 16 s), `expiry` is in Unix seconds. Also emitted
    /// for a request that a block takes at once.
    event RequestQueued(
        uint256 indexed id,
        address indexed requester,
        uint256 indexed modelId,
        uint256 slot,
        uint256 callbackGas,
        uint256 expiry
    );
    /// @notice Back to the tail of its slot, for want of consensus (once), or because its block was void.
    event RequestRequeued(uint256 indexed id, uint256 slot, bool voided);
    event RequestCancelled(uint256 indexed id);
    event RequestExpired(uint256 indexed id, address indexed by);
    event RequestAnswered(uint256 indexed id, uint256 prediction);
    event RequestFailed(uint256 indexed id, uint8 reason);
    /// @notice The callback failed or ran out of its gas; retryCallback can replay it.
    event CallbackFailed(uint256 indexed id);
    /// @notice A replayed callback went through.
    event CallbackDelivered(uint256 indexed id);

    // ---------------------------------------------------------------- blocks

    event BlockOpened(
        uint256 indexed number,
        bytes32 challenge,
        bytes32 parentHash,
        uint256 difficulty,
        uint256 commitWindow,
        uint256[] ids
    );
    event SolutionCommitted(uint256 indexed number, address indexed miner, uint256 seat, bytes32 commitment);
    event CommitClosed(uint256 indexed number, uint256 seats);
    event SolutionRevealed(uint256 indexed number, address indexed miner, uint256[] predictions, bytes statuses);
    /// @notice The outcome, one word and status for each request; status 5 is undecided (requeued, failed or expired), 6 skipped.
    event BlockSettled(
        uint256 indexed number,
        bytes32 hash,
        bytes32 parentHash,
        uint256 nextDifficulty,
        uint256[] predictions,
        bytes statuses
    );
    /// @notice Fewer reveals than the threshold; the requests went back to the queue.
    event BlockVoided(uint256 indexed number, bytes32 hash, bytes32 parentHash, uint256 reveals);
    /// @notice `cause` 0: never revealed; 1: a word in the minority.
    event MinerSlashed(uint256 indexed number, address indexed miner, uint256 amount, uint8 cause);

    // ---------------------------------------------------------------- the rest

    event RewardsClaimed(address indexed account, uint256 minted, uint256 tips);
    event ParametersChanged(Parameters parameters);
    event Paused(address account);
    event Unpaused(address account);

    // ---------------------------------------------------------------- errors: requests

    error EthML_UnknownModel(uint256 modelId);
    error EthML_DeprecatedModel(uint256 modelId);
    /// @notice The backlog, or gas above the default, asks for a tip of at least `minimum` wei.
    error EthML_TipTooLow(uint256 tip, uint256 minimum);
    error EthML_TipTooHigh(uint256 tip, uint256 maximum);
    error EthML_CallbackGasTooHigh(uint256 callbackGas, uint256 maximum);
    error EthML_ExpiryTooLong(uint256 expiresIn, uint256 maximum);
    error EthML_NoDataPoints();
    error EthML_UnknownRequest(uint256 id);
    error EthML_NotRequester(uint256 id, address caller, address requester);
    error EthML_NotQueued(uint256 id, uint8 status);
    /// @notice Not before `expiry`, which after `maxCommitTime` of commit phase comes early; not while miners reveal.
    error EthML_NotExpired(uint256 id, uint256 expiry, uint256 timestamp);
    error EthML_AlreadyEnded(uint256 id, uint8 status);
    error EthML_NothingToDeliver(uint256 id);
    error EthML_CallbackReverted(uint256 id);

    // ---------------------------------------------------------------- errors: blocks

    error EthML_Idle();
    error EthML_Paused();
    error EthML_NotPaused();
    error EthML_NothingToOpen();
    error EthML_BlockInProgress(uint256 number);
    error EthML_WrongBlock(uint256 number, uint256 current);
    error EthML_WrongPhase(uint256 number, uint8 phase);
    /// @notice No seat in the Ethereum block that opened the virtual block.
    error EthML_TooEarly(uint256 number, uint256 openedAtBlock);
    error EthML_InsufficientWork(uint256 hash, uint256 target);
    error EthML_InsufficientStake(address miner, uint256 stake, uint256 minimum);
    error EthML_SeatTaken(uint256 number, address miner);
    error EthML_ZeroCommitment();
    error EthML_CommitWindowOpen(uint256 closesAt, uint256 timestamp);
    error EthML_TooFewSeats(uint256 seats, uint256 threshold);
    error EthML_NotSeated(uint256 number, address miner);
    error EthML_AlreadyRevealed(uint256 number, address miner);
    error EthML_RevealWindowOver(uint256 number, uint256 endedAt, uint256 endedAtBlock);
    error EthML_WrongLength(uint256 predictions, uint256 statuses, uint256 expected);
    /// @notice A status above 4, or a word with a status other than 0.
    error EthML_MalformedVote(uint256 index, uint8 status, uint256 prediction);
    error EthML_WrongOpening(uint256 number, address miner, bytes32 commitment);
    error EthML_RevealWindowOpen(uint256 number, uint256 endsAt, uint256 endsAtBlock);
    /// @notice No seat revealed this vector, or it was given twice.
    error EthML_UnknownVector(uint256 index, bytes32 resultHash);
    /// @notice A revealed vector is missing from the call.
    error EthML_MissingVector(address miner, bytes32 resultHash);
    error EthML_InsufficientGas(uint256 gasLeft, uint256 needed);

    // ---------------------------------------------------------------- errors: the rest

    error EthML_NothingToClaim(address account);
    /// @notice No entry may be called while callbacks run.
    error EthML_Reentered();
    error EthML_BadParameter(bytes32 name, uint256 value, uint256 minimum, uint256 maximum);
    /// @notice token or stake name another coordinator than this one.
    error EthML_WrongWiring(address part, address coordinator);
}
