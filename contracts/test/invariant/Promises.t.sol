// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../../src/interfaces/Types.sol";
import {EthMLTest} from "../utils/EthMLTest.sol";
import {Handler} from "./Handler.sol";

/// @dev The promises of docs/protocol.md, section 6, after everything the handler does.
contract PromisesTest is EthMLTest {
    Handler private handler;

    function setUp() public override {
        super.setUp();
        // the hash in it is a call too, which would use the prank up
        string memory manifest = cid("price");
        vm.prank(publisher);
        registry.registerModel(manifest, 500, 2, 2, 1, 1, 0);
        handler = new Handler(ethml, stake, address(this), operators, treasury);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_PromisesHold() external view {
        vm.assertEq(handler.broken(), "", "the handler saw something break");
        // the books of everybody are long: every eighth step, and at the end of a run
        if (handler.steps() % 8 == 0) _checkBooks();
    }

    function _checkBooks() private view {
        _1_TipsInAreTipsOutPlusTipsHeld();
        _2_NoTokenComesFromNothing();
        _3_StakeIsBacked();
    }

    /// Whatever was left, from the last expiry on everybody gets the tip back by a transaction that anyone may send.
    function afterInvariant() external {
        _checkBooks();
        if (ethml.paused()) ethml.unpause();
        for (uint256 i; i < operators.length; ++i) {
            _stakeUp(operators[i]);
        }
        vm.warp(block.timestamp + 31 days);
        vm.roll(block.number + 1_000);
        uint256 count = ethml.requestCount();
        for (uint256 rounds; rounds < 20 && _alive(count); ++rounds) {
            BlockView memory b = ethml.getBlock();
            if (b.phase == Phase.Reveal) handler.settle(0);
            for (uint256 id = 1; id <= count; ++id) {
                (RequestStatus s,) = ethml.getPrediction(id);
                if (s == RequestStatus.Queued || s == RequestStatus.Assigned) try ethml.expire(id) {} catch {}
            }
        }
        vm.assertFalse(_alive(count), "a request is stuck");
        address[] memory all_ = handler.everybody();
        for (uint256 i; i < all_.length; ++i) {
            (uint256 minted, uint256 tips) = ethml.rewardsOf(all_[i]);
            if (minted + tips != 0) ethml.claim(all_[i]);
        }
        (uint256 m, uint256 t) = ethml.rewardsOf(address(this));
        if (m + t != 0) ethml.claim(address(this));
        vm.assertEq(token.balanceOf(address(ethml)), 0, "every tip has left");
    }

    function _stakeUp(address operator) private {
        if (stake.stakeOf(operator) >= 100e18) return;
        give(operator, 100e18);
        vm.prank(operator);
        token.approve(address(stake), 100e18);
        vm.prank(operator);
        stake.stake(100e18);
    }

    function _alive(uint256 count) private view returns (bool) {
        for (uint256 id = 1; id <= count; ++id) {
            (RequestStatus s,) = ethml.getPrediction(id);
            if (s == RequestStatus.Queued || s == RequestStatus.Assigned) return true;
        }
        return false;
    }

    function _pots() private view returns (uint256 minted, uint256 tips) {
        address[] memory all_ = handler.everybody();
        for (uint256 i; i < all_.length; ++i) {
            (uint256 m, uint256 t) = ethml.rewardsOf(all_[i]);
            minted += m;
            tips += t;
        }
    }

    /// And the queue counts who waits, and the block who was taken.
    function _1_TipsInAreTipsOutPlusTipsHeld() private view {
        (, uint256 held) = _pots();
        uint256 queued;
        uint256 assigned;
        uint256 count = ethml.requestCount();
        for (uint256 id = 1; id <= count; ++id) {
            if (handler.endedAs(id) != RequestStatus.Unknown) continue;
            (RequestStatus s,) = ethml.getPrediction(id);
            if (s == RequestStatus.Queued) ++queued;
            else if (s == RequestStatus.Assigned) ++assigned;
            else continue;
            held += handler.tipOf(id);
        }
        vm.assertEq(token.balanceOf(address(ethml)), held, "to the wei");
        vm.assertEq(ethml.openRequests(), queued, "queue");
        BlockView memory b = ethml.getBlock();
        vm.assertLe(assigned, b.ids.length, "the block");
        if (b.phase == Phase.Idle) vm.assertEq(assigned, 0, "idle");
    }

    function _2_NoTokenComesFromNothing() private view {
        (uint256 minted,) = _pots();
        vm.assertLe(token.mintedRewards() + minted, handler.mintable(), "rewards of settled blocks only");
        vm.assertEq(token.totalSupply(), GENESIS + token.mintedRewards() - handler.burnt(), "supply");
    }

    function _3_StakeIsBacked() private view {
        uint256 sum;
        for (uint256 i; i < operators.length; ++i) {
            (uint256 unstaking,) = stake.unstakingOf(operators[i]);
            sum += stake.stakeOf(operators[i]) + unstaking;
        }
        vm.assertEq(token.balanceOf(address(stake)), sum, "stake");
    }
}
