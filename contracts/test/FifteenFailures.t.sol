// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {IEthMLToken} from "../src/interfaces/IEthMLToken.sol";
import {EthMLToken} from "../src/EthMLToken.sol";
import {ModelRegistry} from "../src/ModelRegistry.sol";
import {UsingEthML} from "../src/UsingEthML.sol";
import {Cid} from "../src/libraries/Cid.sol";
import {Rules} from "../src/libraries/Rules.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev What broke the prototype, one test for each line of docs/protocol.md, section 1.
contract FifteenFailuresTest is EthMLTest {
    address private constant THIEF = address(0x7417);

    /// The prototype's public test functions moved anybody's tokens.
    function test_01_NobodyMovesOrMintsTokensOfOthers() public {
        vm.expectRevert(abi.encodeWithSelector(IEthMLToken.EthMLToken_NotCoordinator.selector, THIEF));
        vm.prank(THIEF);
        token.mint(THIEF, 1);
        vm.expectRevert();
        vm.prank(THIEF);
        token.transferFrom(treasury, THIEF, 1);
        vm.expectRevert();
        vm.prank(THIEF);
        token.burnFrom(treasury, 1);
    }

    /// A reverting callback blocked the queue for ever.
    function test_02_RevertingCallbackBlocksNobody() public {
        HostileRequester hostile = new HostileRequester(ethml);
        hostile.setMode(HostileRequester.Mode.Revert);
        uint256 bad = hostile.request(1, CANCER, 0);
        pass(1);
        uint256 good = ask();
        answer(1);
        assertAnswered(bad, 1);
        vm.assertTrue(ethml.getRequest(bad).undelivered, "recorded");
        answer(1);
        assertAnswered(good, 1);
        // and it can be replayed once the contract has recovered
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_CallbackReverted.selector, bad));
        ethml.retryCallback(bad);
        hostile.setMode(HostileRequester.Mode.Accept);
        ethml.retryCallback(bad);
        vm.assertEq(hostile.delivered(), 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NothingToDeliver.selector, bad));
        ethml.retryCallback(bad);
    }

    /// Made-up or finished requests could be solved, minting rewards.
    function test_03_NoGhostBlocks() public {
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongBlock.selector, 1, 0));
        vm.prank(operators[0]);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongPhase.selector, 0, uint8(Phase.Idle)));
        vm.prank(operators[0]);
        ethml.commitSolution(0, bytes32(uint256(1)), 0);
        vm.expectRevert(IEthMLEvents.EthML_NothingToOpen.selector);
        ethml.openBlock();
        ask();
        answer(1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongPhase.selector, 1, uint8(Phase.Idle)));
        vm.prank(operators[5]);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
    }

    /// Late miners were accepted twice: ten honest servers underflowed the queue's counter.
    function test_04_LateMinersFindTheDoorShut() public {
        ask();
        commitRange(0, 5, 1);
        for (uint256 i = 5; i < 10; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongPhase.selector, 1, uint8(Phase.Reveal)));
            vm.prank(operators[i]);
            ethml.commitSolution(1, bytes32(uint256(1)), 0);
        }
        uint256[] memory words = same(1);
        bytes memory statuses = ok();
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotSeated.selector, 1, operators[5]));
        ethml.revealSolution(1, operators[5], words, statuses, salt(operators[5]));
        reveal(operators[0]);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_AlreadyRevealed.selector, 1, operators[0]));
        ethml.revealSolution(1, operators[0], words, statuses, salt(operators[0]));
    }

    /// One nonce was valid for every request under a challenge.
    function test_05_NonceServesOneMinerInOneBlock() public {
        ask();
        uint256 nonce = 77;
        bytes32 first = ethml.getBlock().challenge;
        uint256 work = Rules.workHash(first, operators[0], nonce);
        vm.assertTrue(work != Rules.workHash(first, operators[1], nonce), "depends on the miner");
        answer(1);
        ask();
        vm.assertTrue(ethml.getBlock().challenge != first, "a new challenge for each block");
        vm.assertTrue(work != Rules.workHash(ethml.getBlock().challenge, operators[0], nonce), "depends on it");
    }

    /// Answers were in plaintext in the mempool.
    function test_06_CommitmentTellsNothingAndCannotBeCopied() public {
        ask();
        commit(operators[0], same(1), ok());
        bytes32 copied = ethml.getSeats()[0].hash;
        vm.prank(operators[1]);
        ethml.commitSolution(1, copied, 0);
        commitRange(2, 5, 1);
        uint256[] memory words = same(1);
        bytes memory statuses = ok();
        // the copy opens to nothing: the miner is part of what was committed to
        vm.expectPartialRevert(IEthMLEvents.EthML_WrongOpening.selector);
        ethml.revealSolution(1, operators[1], words, statuses, salt(operators[0]));
    }

    /// Five different answers gave the first of them.
    function test_07_NoAnswerWithoutAgreement() public {
        uint256 id = askWithTip(address(0xabc), 5e18);
        for (uint256 round; round < 2; ++round) {
            for (uint256 i; i < 5; ++i) {
                commit(operators[i], same(10 * (i + 1)), ok());
            }
            revealRange(0, 5);
            settle();
        }
        assertFailed(id, 5);
        vm.assertEq(token.balanceOf(address(0xabc)), 5e18);
        for (uint256 i; i < 5; ++i) {
            (uint256 minted, uint256 tips) = ethml.rewardsOf(operators[i]);
            vm.assertEq(minted + tips, 0, "nobody is paid");
        }
    }

    /// Five keys without stake set any answer.
    function test_08_KeysWithoutStakeTakeNoSeat() public {
        ask();
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_InsufficientStake.selector, THIEF, 0, 100e18));
        vm.prank(THIEF);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
    }

    /// No timeout, no cancel, no refund.
    function test_09_RequestsEndWithoutMiners() public {
        uint256 assigned = askWithTip(address(0xa), 1e18);
        uint256 queued = askWithTip(address(0xb), 2e18);
        uint256 left = askWithTip(address(0xc), 3e18);
        vm.prank(address(0xb));
        ethml.cancel(queued);
        vm.assertEq(token.balanceOf(address(0xb)), 2e18);
        pass(1 days);
        ethml.expire(assigned);
        ethml.expire(left);
        vm.assertEq(token.balanceOf(address(0xa)), 99e16);
        vm.assertEq(token.balanceOf(address(0xc)), 297e16);
        assertStatus(queued, RequestStatus.Cancelled);
        assertStatus(assigned, RequestStatus.Expired);
        assertStatus(left, RequestStatus.Expired);
    }

    /// The queue was scanned.
    function test_10_RequestCostsTheSameBehindAThousand() public {
        ask();
        uint256[2] memory cost;
        for (uint256 round; round < 2; ++round) {
            for (uint256 i; i < (round == 0 ? 10 : 1000); ++i) {
                consumer.requestPrediction(1, CANCER, 0);
            }
            vm.warp(vm.getBlockTimestamp() + 16);
            uint256 before = gasleft();
            consumer.requestPrediction(1, CANCER, 0);
            cost[round] = before - gasleft();
        }
        // warm accesses within one test; the gas table measures receipts up to 10,000
        vm.assertApproxEqAbs(cost[0], cost[1], cost[0] / 50, "cost");
    }

    /// A free-form string was stored whole and deleted by the fifth miner.
    function test_11_DataPointIsAHashOrNothing() public {
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, "data"));
        ethml.requestPrediction(1, "data", 0);
        string memory long = string(new bytes(20_480));
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, long));
        ethml.requestPrediction(1, long, 0);
        uint256 id = ask();
        vm.assertEq(ethml.getRequest(id).dataPoint, CANCER, "the string comes back");
    }

    /// The work varied a thousandfold with the challenge.
    function test_12_TargetDependsOnDifficultyAlone() public {
        deploy(standard(), 500);
        ask();
        vm.assertEq(ethml.currentTarget(), type(uint256).max / 500);
        vm.warp(ethml.getBlock().openedAt + 59);
        vm.assertEq(ethml.currentTarget(), type(uint256).max / 500, "the same for a whole window");
        vm.warp(ethml.getBlock().openedAt + 60);
        vm.assertEq(ethml.currentTarget(), type(uint256).max / 500 * 2, "then doubled");
    }

    /// Served 1 6 5 4 3 2.
    function test_13_ServedInOrderOfArrival() public {
        ask();
        uint256[] memory expected = new uint256[](6);
        for (uint256 i; i < 6; ++i) {
            expected[i] = ask();
        }
        answer(1);
        uint256[] memory served = ethml.getBlock().ids;
        vm.assertEq(abi.encode(served), abi.encode(expected), "first come, first served");
    }

    /// The consumer's base ignored a failed request and recorded a garbage id.
    function test_14_ConsumerRevertsWithTheRequestAndTakesOnlyItsOwnCallbacks() public {
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownModel.selector, 99));
        consumer.requestPrediction(99, CANCER, 0);
        vm.assertEq(ethml.requestCount(), 0);
        vm.expectRevert(abi.encodeWithSelector(UsingEthML.UsingEthML_NotCoordinator.selector, address(this)));
        consumer.requestCallback(1, 5);
        vm.expectRevert(abi.encodeWithSelector(UsingEthML.UsingEthML_NotPending.selector, 1));
        vm.prank(address(ethml));
        consumer.requestCallback(1, 5);
    }

    /// A bad CID or an unknown model was accepted and never served.
    function test_15_BadRequestsAreRefused() public {
        string[5] memory bad = [
            "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4veM",
            "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4ven",
            "zafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem",
            "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbd0",
            ""
        ];
        for (uint256 i; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, bad[i]));
            ethml.requestPrediction(1, bad[i], 0);
        }
        vm.prank(publisher);
        registry.deprecateModel(2);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_DeprecatedModel.selector, 2));
        ethml.requestPrediction(2, DIABETES, 0);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownModel.selector, 0));
        ethml.requestPrediction(0, DIABETES, 0);
    }
}
