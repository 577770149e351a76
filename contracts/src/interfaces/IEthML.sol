// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthMLEvents} from "./IEthMLEvents.sol";
import {IEthMLToken} from "./IEthMLToken.sol";
import {IModelRegistry} from "./IModelRegistry.sol";
import {IOperatorStake} from "./IOperatorStake.sol";
import {BlockView, Parameters, Phase, RequestOptions, RequestStatus, RequestView, Seat, Vector} from "./Types.sol";

/// @title What the coordinator does often
interface IEthMLMain is IEthMLEvents {
    /// @notice Asks for a prediction with the default callback gas and expiry. Kept from the prototype.
    /// @param modelId A model of the registry that is not deprecated.
    /// @param dataPoint CID of the data point: CIDv0, or CIDv1 in base32 with sha2-256 and codec raw or dag-pb.
    /// @param tip Wei of EML, taken from the caller's allowance; buys waiting time and pays those who answer.
    /// @return id 1, 2, ...
    function requestPrediction(uint256 modelId, string calldata dataPoint, uint256 tip) external returns (uint256 id);

    /// @notice Asks for predictions over several data points; one bad CID reverts all.
    /// @param modelId A model of the registry that is not deprecated.
    /// @param dataPoints CIDs, at least one.
    /// @param tip Wei of EML for each data point.
    /// @param options Callback gas, expiry and permit; zero values are the defaults.
    /// @return firstId Ids run from this one on, in the order of the data points.
    function requestPredictions(
        uint256 modelId,
        string[] calldata dataPoints,
        uint256 tip,
        RequestOptions calldata options
    ) external returns (uint256 firstId);

    /// @notice Opens a block. Requires: idle, not paused, somebody waits.
    function openBlock() external;

    /// @notice Takes a seat. Requires: commit phase of `number`, not in the Ethereum block that opened it, no seat yet, enough
    /// stake, and uint256(keccak256(abi.encodePacked(challenge, msg.sender, nonce))) <= currentTarget().
    /// @param number The open block.
    /// @param commitment keccak256(abi.encode(challenge, miner, resultHash, salt)).
    /// @param nonce The proof of work.
    function commitSolution(uint256 number, bytes32 commitment, uint256 nonce) external;

    /// @notice Closes the commit phase early. Requires: at least three seats, and commitWindow has passed since opening.
    /// @param number The open block.
    function closeCommit(uint256 number) external;

    /// @notice Opens a miner's commitment; anybody may send it. The last reveal settles the block in the same transaction when
    /// all seats agree and enough gas is left. Requires: reveal phase, window not over, vector well formed and as long as the block.
    /// @param number The open block.
    /// @param miner Whose seat.
    /// @param predictions One word for each request, 0 where the status is not 0.
    /// @param statuses One byte, 0 to 4, for each request.
    /// @param salt The commitment's salt.
    function revealSolution(
        uint256 number,
        address miner,
        uint256[] calldata predictions,
        bytes calldata statuses,
        bytes32 salt
    ) external;
}

/// @title What the coordinator does seldom
/// @dev Lives in a second contract that the coordinator delegates to, so that each stays under the size limit; callers need not care.
interface IEthMLExtension is IEthMLEvents {
    /// @notice Sets the coordinator up, once, from the proxy's constructor.
    /// @param owner Who may change parameters, pause and upgrade.
    /// @param difficulty Expected hashes of a nonce in the first block.
    /// @param parameters_ The first parameters.
    function initialize(address owner, uint64 difficulty, Parameters calldata parameters_) external;

    /// @notice Settles the open block, with one vector for each distinct revealed hash (none for a void block). Requires: reveal
    /// phase; every seat has revealed or the reveal window is over; gas enough for every callback.
    /// @param number The open block.
    /// @param vectors In any order.
    function settle(uint256 number, Vector[] calldata vectors) external;

    /// @notice Takes a request back with its whole tip. Requires: caller made it, and it waits in the queue.
    function cancel(uint256 id) external;

    /// @notice Ends an overdue request and refunds its tip less the caller's bounty. Requires: past its expiry, in the queue or in a
    /// block in its commit phase; or in a block whose commit phase has lasted longer than maxCommitTime.
    function expire(uint256 id) external;

    /// @notice Replays a callback that failed, with all gas given. Requires: it is undelivered; reverts when it fails again.
    function retryCallback(uint256 id) external;

    /// @notice Pays out an account's rewards: mints the subsidy, transfers the tips. Anybody may send it.
    /// @param account Who gets paid.
    /// @return minted Wei minted.
    /// @return tips Wei of tips, royalties and bounties.
    function claim(address account) external returns (uint256 minted, uint256 tips);

    /// @notice Changes the parameters of the next block on. Requires: caller is the owner, every value within its bounds.
    function setParameters(Parameters calldata parameters_) external;

    /// @notice Stops new requests and new blocks, nothing else. Requires: caller is the owner.
    function pause() external;

    /// @notice Lets requests and blocks go on. Requires: caller is the owner.
    function unpause() external;
}

/// @title The coordinator's views
/// @dev In a third contract, which the second delegates to.
interface IEthMLViews is IEthMLEvents {
    /// @notice Where a request stands and its answer, for ever. `prediction` is 0 unless Answered.
    function getPrediction(uint256 id) external view returns (RequestStatus status, uint256 prediction);

    /// @notice Wei that came back to the requester when the request failed, expired or was cancelled; 0 otherwise.
    function refundOf(uint256 id) external view returns (uint256);

    /// @notice Everything about a request. Requires: it exists.
    function getRequest(uint256 id) external view returns (RequestView memory);

    /// @notice The open block's first request, kept from the prototype; difficulty as eased now. Requires: a block is open.
    function getCurrentVariables()
        external
        view
        returns (bytes32 challenge, uint256 requestId, uint256 difficulty, uint256 modelId, string memory dataPoint);

    /// @notice Whether a block is in its commit phase. Kept from the prototype.
    function canGetVariables() external view returns (bool);

    /// @notice The open block.
    function getBlock() external view returns (BlockView memory);

    /// @notice The seats of the open block, in seat order.
    function getSeats() external view returns (Seat[] memory);

    /// @notice Target of the open block as eased by now. Requires: a block is open.
    function currentTarget() external view returns (uint256);

    /// @notice Whether the account holds a seat in the open block, so that its stake may not leave.
    function isSeated(address account) external view returns (bool);

    /// @notice Gas that a reveal of the open block should be sent with so that, landing last, it can settle too. Requires: a block is
    /// open. An upper bound; what is not used costs nothing.
    function settleGas() external view returns (uint256);

    /// @notice The parameters of the next block.
    function parameters() external view returns (Parameters memory);

    /// @notice Least tip in wei that a request with the default callback gas needs now.
    function minTip() external view returns (uint256);

    /// @notice Number of requests that wait in the queue (those of the open block not counted).
    function openRequests() external view returns (uint256);

    /// @notice Number of requests ever made; ids run from 1 to this.
    function requestCount() external view returns (uint256);

    /// @notice What claim would pay, wei.
    function rewardsOf(address account) external view returns (uint256 minted, uint256 tips);

    /// @notice How often a miner failed to reveal in a row, and the block of the last time.
    function offencesOf(address miner) external view returns (uint256 count, uint256 lastNumber);

    /// @notice Hash of the last settled or void block, 0 before the first.
    function headHash() external view returns (bytes32);

    /// @notice Whether new requests and blocks are stopped.
    function paused() external view returns (bool);

    /// @notice Stake a miner needs in the next block, wei.
    function minStake() external view returns (uint256);

    /// @notice EML, which tips are paid in.
    function token() external view returns (IEthMLToken);

    /// @notice The models that can be asked.
    function registry() external view returns (IModelRegistry);

    /// @notice Where operators stake.
    function operatorStake() external view returns (IOperatorStake);

    /// @notice Seats of a block (5).
    function SEATS() external view returns (uint256);

    /// @notice Equal votes that decide (3).
    function THRESHOLD() external view returns (uint256);

    /// @notice Requests of a block, at most (32).
    function MAX_REQUESTS() external view returns (uint256);
}

/// @title The coordinator as callers see it
interface IEthML is IEthMLMain, IEthMLExtension, IEthMLViews {}
