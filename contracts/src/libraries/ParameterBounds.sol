// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthMLEvents} from "../interfaces/IEthMLEvents.sol";
import {Parameters} from "../interfaces/Types.sol";

/// @title Bounds of the parameters
/// @notice Whatever the owner sets within them, requests end, tips come back and rewards can be claimed.
library ParameterBounds {
    uint256 private constant DAY = 86_400;

    /// @notice Reverts with the name of the first value out of its bounds.
    function check(Parameters calldata p) internal pure {
        _within("commitWindow", p.commitWindow, 1, DAY);
        _within("revealWindow", p.revealWindow, 1, DAY);
        _within("revealBlocks", p.revealBlocks, 1, 10_000);
        _within("targetCommitTime", p.targetCommitTime, 1, DAY);
        _within("minStake", p.minStake, 1, 1e27);
        _within("maxExpiry", p.maxExpiry, 1, 30 * DAY);
        _within("defaultExpiry", p.defaultExpiry, 1, p.maxExpiry);
        // otherwise a backlog as long as the expiry makes tips worthless
        _within("maxHeadStart", p.maxHeadStart, p.maxExpiry, 365 * DAY);
        _within("secondsPerToken", p.secondsPerToken, 0, 30 * DAY);
        _within("maxCommitTime", p.maxCommitTime, p.commitWindow, 30 * DAY);
        _within("backlogTip", p.backlogTip, 0, type(uint64).max);
        _within("minDifficulty", p.minDifficulty, 1, type(uint56).max);
        // 32 callbacks of 400,000 fit into one transaction of 2^24 gas
        _within("maxCallbackGas", p.maxCallbackGas, 20_000, 400_000);
        _within("callbackGas", p.callbackGas, 20_000, p.maxCallbackGas);
        // kept in thousands
        _within("callbackGas", p.callbackGas % 1_000, 0, 0);
        _within("nonRevealBps", p.nonRevealBps, 0, 10_000);
        _within("dissentBps", p.dissentBps, 0, 1_000);
        // royalty (at most 2,000) and bounty leave the miners most of the tip
        _within("settleBountyBps", p.settleBountyBps, 0, 1_000);
        _within("expireBountyBps", p.expireBountyBps, 0, 1_000);
        _within("minTipPerGas", p.minTipPerGas, 0, 1e15);
        _within("voidAllowance", p.voidAllowance, 0, 1e24);
    }

    function _within(bytes32 name, uint256 value, uint256 minimum, uint256 maximum) private pure {
        if (value < minimum || value > maximum) {
            revert IEthMLEvents.EthML_BadParameter(name, value, minimum, maximum);
        }
    }
}
