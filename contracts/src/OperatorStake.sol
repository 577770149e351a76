// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML} from "./interfaces/IEthML.sol";
import {IEthMLToken} from "./interfaces/IEthMLToken.sol";
import {IOperatorStake} from "./interfaces/IOperatorStake.sol";

/// @title Stake of operators
contract OperatorStake is IOperatorStake {
    /// @dev Both pots in one slot, since a slash reads and writes both. Wei; 2^128 is far beyond the supply.
    struct Pots {
        uint128 active;
        uint128 unstaking;
    }

    uint256 private constant BASIS = 10_000;

    /// @notice EML.
    IEthMLToken public immutable token;
    /// @inheritdoc IOperatorStake
    address public immutable coordinator;
    /// @inheritdoc IOperatorStake
    uint256 public immutable unstakeDelay;

    mapping(address operator => Pots) private _pots;
    mapping(address operator => uint256) private _availableAt;

    /// @param token_ EML.
    /// @param coordinator_ The coordinator's proxy, which need not exist yet.
    /// @param unstakeDelay_ Seconds between requestUnstake and withdraw.
    constructor(IEthMLToken token_, address coordinator_, uint256 unstakeDelay_) {
        token = token_;
        coordinator = coordinator_;
        unstakeDelay = unstakeDelay_;
    }

    /// @inheritdoc IOperatorStake
    function stake(uint256 amount) external {
        _stake(msg.sender, amount);
    }

    /// @inheritdoc IOperatorStake
    function stakeFor(address operator, uint256 amount) external {
        _stake(operator, amount);
    }

    /// @inheritdoc IOperatorStake
    function requestUnstake(uint256 amount) external {
        Pots storage pots = _pots[msg.sender];
        uint256 active = pots.active;
        if (amount == 0) revert OperatorStake_ZeroAmount();
        if (amount > active) revert OperatorStake_InsufficientStake(amount, active);
        uint256 availableAt = block.timestamp + unstakeDelay;
        pots.active = uint128(active - amount);
        pots.unstaking += uint128(amount);
        _availableAt[msg.sender] = availableAt;
        emit UnstakeRequested(msg.sender, amount, availableAt);
    }

    /// @inheritdoc IOperatorStake
    function withdraw() external {
        Pots storage pots = _pots[msg.sender];
        uint256 amount = pots.unstaking;
        if (amount == 0) revert OperatorStake_NothingUnstaking(msg.sender);
        uint256 availableAt = _availableAt[msg.sender];
        if (block.timestamp < availableAt) revert OperatorStake_NotYetAvailable(availableAt, block.timestamp);
        if (IEthML(coordinator).isSeated(msg.sender)) revert OperatorStake_Seated(msg.sender);
        pots.unstaking = 0;
        emit Unstaked(msg.sender, amount);
        // EML returns true or reverts
        token.transfer(msg.sender, amount);
    }

    /// @inheritdoc IOperatorStake
    function slash(address operator, uint256 bps, uint256 keep) external returns (uint256 slashed, uint256 kept) {
        if (msg.sender != coordinator) revert OperatorStake_NotCoordinator(msg.sender);
        Pots memory pots = _pots[operator];
        uint256 total = uint256(pots.active) + pots.unstaking;
        slashed = total * bps / BASIS;
        if (slashed > total) slashed = total;
        if (slashed == 0) return (0, 0);
        // stake on its way out goes first: what stays active keeps its owner bound
        uint256 fromUnstaking = slashed < pots.unstaking ? slashed : pots.unstaking;
        pots.unstaking -= uint128(fromUnstaking);
        pots.active -= uint128(slashed - fromUnstaking);
        _pots[operator] = pots;
        emit StakeSlashed(operator, slashed);
        kept = keep < slashed ? keep : slashed;
        if (kept != 0) token.transfer(coordinator, kept);
        if (slashed != kept) token.burn(slashed - kept);
    }

    /// @inheritdoc IOperatorStake
    function stakeOf(address operator) external view returns (uint256) {
        return _pots[operator].active;
    }

    /// @inheritdoc IOperatorStake
    function unstakingOf(address operator) external view returns (uint256 amount, uint256 availableAt) {
        amount = _pots[operator].unstaking;
        if (amount != 0) availableAt = _availableAt[operator];
    }

    function _stake(address operator, uint256 amount) private {
        if (amount == 0) revert OperatorStake_ZeroAmount();
        _pots[operator].active += uint128(amount);
        emit Staked(operator, amount);
        token.transferFrom(msg.sender, address(this), amount);
    }
}
