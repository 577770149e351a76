// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev From a request to its callback, and the ways a block may go.
contract HappyPathTest is EthMLTest {
    function test_RequestIsAnsweredCalledBackAndPaid() public {
        uint256 id = ask();
        vm.assertEq(id, 1);
        assertStatus(id, RequestStatus.Assigned);
        vm.assertTrue(ethml.canGetVariables(), "commit phase");
        answer(1);
        assertAnswered(id, 1);
        vm.assertEq(consumer.getLatestResponse(), 1);
        for (uint256 i; i < 5; ++i) {
            (uint256 minted,) = ethml.rewardsOf(operators[i]);
            vm.assertEq(minted, 50e18);
            ethml.claim(operators[i]);
            vm.assertEq(token.balanceOf(operators[i]), 50e18);
        }
        vm.assertEq(token.totalSupply(), GENESIS + 250e18);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Idle), "idle again");
        vm.assertFalse(ethml.canGetVariables(), "idle");
    }

    function test_RequestsThatWaitShareTheNextBlock() public {
        ask();
        uint256[40] memory ids;
        for (uint256 i; i < 40; ++i) {
            ids[i] = ask();
        }
        vm.assertEq(ethml.openRequests(), 40);
        answer(1);
        BlockView memory b = ethml.getBlock();
        vm.assertEq(b.number, 2);
        vm.assertEq(b.ids.length, 32);
        for (uint256 i; i < 32; ++i) {
            vm.assertEq(b.ids[i], ids[i], "first come, first served");
        }
        answer(7);
        vm.assertEq(ethml.getBlock().ids.length, 8);
        answer(8);
        for (uint256 i; i < 40; ++i) {
            assertAnswered(ids[i], i < 32 ? 7 : 8);
        }
    }

    function test_TipIsSharedByMinersPublisherAndSettler() public {
        uint256 id = askWithTip(address(0xabc), 10e18);
        answer(1);
        assertAnswered(id, 1);
        (, uint256 royalty) = ethml.rewardsOf(publisher);
        (, uint256 bounty) = ethml.rewardsOf(settler);
        vm.assertEq(royalty, 1e18);
        vm.assertEq(bounty, 1e17);
        uint256 sum = royalty + bounty;
        for (uint256 i; i < 5; ++i) {
            (, uint256 tips) = ethml.rewardsOf(operators[i]);
            vm.assertEq(tips, 178e16);
            sum += tips;
        }
        vm.assertEq(sum, 10e18);
        vm.assertEq(token.balanceOf(address(ethml)), 10e18);
    }

    function test_MixedBlockIsSettledByAnybodyWithTheVectors() public {
        uint256 id = ask();
        commitRange(0, 3, 1);
        commitRange(3, 5, 9);
        revealRange(0, 5);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Reveal), "waits for settle");
        settle();
        assertAnswered(id, 1);
        for (uint256 i; i < 5; ++i) {
            (uint256 minted,) = ethml.rewardsOf(operators[i]);
            vm.assertEq(minted, i < 3 ? 50e18 : 0);
            vm.assertEq(stake.stakeOf(operators[i]), i < 3 ? STAKE : STAKE - STAKE / 200, "dissent");
        }
    }

    function test_RevertIf_NonceIsWrong() public {
        deploy(standard(), 1_000_000);
        ask();
        bytes32 challenge = ethml.getBlock().challenge;
        uint256 target = ethml.currentTarget();
        uint256 work = uint256(keccak256(abi.encodePacked(challenge, operators[0], uint256(0))));
        vm.assertGt(work, target, "nonce 0 is wrong");
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_InsufficientWork.selector, work, target));
        vm.prank(operators[0]);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
    }

    function test_RevertIf_SeatIsTakenTwice() public {
        ask();
        commitRange(0, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_SeatTaken.selector, 1, operators[0]));
        vm.prank(operators[0]);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
    }

    function test_RevertIf_PhaseIsWrong() public {
        ask();
        commitRange(0, 4, 1);
        uint256[] memory words = same(1);
        bytes memory statuses = ok();
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongPhase.selector, 1, uint8(Phase.Commit)));
        ethml.revealSolution(1, operators[0], words, statuses, salt(operators[0]));
        commitRange(4, 5, 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongPhase.selector, 1, uint8(Phase.Reveal)));
        vm.prank(operators[5]);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
    }

    function test_RevertIf_RevealIsNotWhatWasCommitted() public {
        ask();
        commitRange(0, 5, 1);
        uint256[] memory words = same(2);
        bytes memory statuses = ok();
        vm.expectPartialRevert(IEthMLEvents.EthML_WrongOpening.selector);
        ethml.revealSolution(1, operators[0], words, statuses, salt(operators[0]));
    }

    function test_BlockThatNeverFillsClosesWithThreeSeats() public {
        uint256 id = ask();
        commitRange(0, 3, 5);
        vm.expectPartialRevert(IEthMLEvents.EthML_CommitWindowOpen.selector);
        ethml.closeCommit(1);
        pass(60);
        ethml.closeCommit(1);
        revealRange(0, 3);
        assertAnswered(id, 5);
    }

    function test_BlockThatNeverFillsGivesTheTipBack() public {
        uint256 id = askWithTip(address(0xabc), 10e18);
        commitRange(0, 2, 5);
        pass(1 hours);
        vm.expectPartialRevert(IEthMLEvents.EthML_TooFewSeats.selector);
        ethml.closeCommit(1);
        vm.prank(settler);
        ethml.expire(id);
        assertStatus(id, RequestStatus.Expired);
        vm.assertEq(token.balanceOf(address(0xabc)), 99e17);
        vm.assertEq(ethml.refundOf(id), 99e17);
        (, uint256 bounty) = ethml.rewardsOf(settler);
        vm.assertEq(bounty, 1e17);
        // and the block still ends, skipping it
        commitRange(2, 5, 5);
        revealRange(0, 5);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Idle), "ended");
        (uint256 minted,) = ethml.rewardsOf(operators[0]);
        vm.assertEq(minted, 0, "nothing answered, nothing minted");
    }
}
