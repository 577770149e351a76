// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title Stake of operators
/// @notice Active stake lets an operator take seats. Leaving takes a delay, during which it can still be slashed; the stake of a
/// seated miner cannot leave before its block ends.
interface IOperatorStake {
    event Staked(address indexed operator, uint256 amount);
    event UnstakeRequested(address indexed operator, uint256 amount, uint256 availableAt);
    event Unstaked(address indexed operator, uint256 amount);
    event StakeSlashed(address indexed operator, uint256 amount);

    error OperatorStake_NotCoordinator(address caller);
    error OperatorStake_ZeroAmount();
    error OperatorStake_InsufficientStake(uint256 amount, uint256 active);
    error OperatorStake_NothingUnstaking(address operator);
    error OperatorStake_NotYetAvailable(uint256 availableAt, uint256 timestamp);
    error OperatorStake_Seated(address operator);

    /// @notice Adds to the caller's active stake. Requires: allowance to this contract.
    /// @param amount Wei of EML.
    function stake(uint256 amount) external;

    /// @notice Adds to somebody's active stake from the caller's tokens. Requires: allowance to this contract.
    /// @param operator Whose stake grows.
    /// @param amount Wei of EML.
    function stakeFor(address operator, uint256 amount) external;

    /// @notice Moves active stake into the unstaking pot; a further request restarts the delay of the whole pot.
    /// @param amount Wei of EML.
    function requestUnstake(uint256 amount) external;

    /// @notice Pays the caller's unstaking pot out. Requires: the delay is over and the caller holds no seat in the open block.
    function withdraw() external;

    /// @notice Takes `bps` basis points of active plus unstaking stake, from the unstaking pot first, and burns it but for `keep`.
    /// Never reverts for want of stake. Requires: caller is the coordinator.
    /// @param operator Who is slashed.
    /// @param bps Basis points, below 2^64; 10,000 and more take everything.
    /// @param keep Most wei that are sent to the coordinator instead of burnt.
    /// @return slashed Wei taken.
    /// @return kept Wei of these sent to the coordinator.
    function slash(address operator, uint256 bps, uint256 keep) external returns (uint256 slashed, uint256 kept);

    /// @notice Active stake, wei.
    function stakeOf(address operator) external view returns (uint256);

    /// @notice Stake on its way out, wei, and the Unix time from which it may leave.
    function unstakingOf(address operator) external view returns (uint256 amount, uint256 availableAt);

    /// @notice Seconds between requestUnstake and withdraw.
    function unstakeDelay() external view returns (uint256);

    /// @notice The contract that may slash: the coordinator's proxy.
    function coordinator() external view returns (address);
}
