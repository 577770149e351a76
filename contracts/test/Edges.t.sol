// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthML, IEthMLExtension} from "../src/interfaces/IEthML.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {IPredictionCallback} from "../src/interfaces/IPredictionCallback.sol";
import {Cid} from "../src/libraries/Cid.sol";
import {RequestQueue} from "../src/libraries/RequestQueue.sol";
import {Rules} from "../src/libraries/Rules.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";
import {Vm} from "./utils/Vm.sol";

/// @dev Refuses its first callback; in the second it calls the coordinator with what it was given.
contract Intruder is IPredictionCallback {
    IEthML private immutable _ethml;
    bytes private _call;
    bytes4 public refusal;

    constructor(IEthML ethml_) {
        _ethml = ethml_;
    }

    function ask(string calldata dataPoint) external returns (uint256) {
        return _ethml.requestPrediction(1, dataPoint, 0);
    }

    function arm(bytes calldata call_) external {
        _call = call_;
    }

    function requestCallback(uint256, uint256) external {
        require(_call.length != 0, "not yet");
        (bool ok, bytes memory reason) = address(_ethml).call(_call);
        refusal = ok ? bytes4(0) : bytes4(reason);
    }

    function predictionFailed(uint256, uint8) external {}
}

/// @dev Values at the very edge of what is allowed, where being off by one would show.
contract EdgesTest is EthMLTest {
    using RequestQueue for RequestQueue.Queue;

    RequestQueue.Queue private queue;

    function _lowest() private pure returns (Parameters memory p) {
        p.commitWindow = 1;
        p.revealWindow = 1;
        p.revealBlocks = 1;
        p.targetCommitTime = 1;
        p.minStake = 1;
        p.defaultExpiry = 1;
        p.maxExpiry = 1;
        p.maxHeadStart = 1;
        p.maxCommitTime = 1;
        p.minDifficulty = 1;
        p.callbackGas = 20_000;
        p.maxCallbackGas = 20_000;
    }

    function _highest() private pure returns (Parameters memory p) {
        p.commitWindow = 1 days;
        p.revealWindow = 1 days;
        p.revealBlocks = 10_000;
        p.targetCommitTime = 1 days;
        p.minStake = 1e27;
        p.defaultExpiry = 30 days;
        p.maxExpiry = 30 days;
        p.maxHeadStart = 365 days;
        p.secondsPerToken = 30 days;
        p.maxCommitTime = 30 days;
        p.backlogTip = type(uint64).max;
        p.minDifficulty = type(uint56).max;
        p.callbackGas = 400_000;
        p.maxCallbackGas = 400_000;
        p.nonRevealBps = 10_000;
        p.dissentBps = 1_000;
        p.settleBountyBps = 1_000;
        p.expireBountyBps = 1_000;
        p.minTipPerGas = 1e15;
        p.voidAllowance = 1e24;
    }

    function test_LowestAndHighestParametersAreAllowed() public {
        ethml.setParameters(_lowest());
        vm.assertEq(ethml.parameters().maxHeadStart, 1);
        ethml.setParameters(_highest());
        vm.assertEq(ethml.parameters().voidAllowance, 1e24);
    }

    function test_RevertIf_ParameterIsOneOff() public {
        for (uint256 n; n < 29; ++n) {
            Parameters memory p = n < 11 ? _lowest() : _highest();
            if (n == 0) p.commitWindow = 0;
            if (n == 1) p.revealWindow = 0;
            if (n == 2) p.revealBlocks = 0;
            if (n == 3) p.targetCommitTime = 0;
            if (n == 4) p.minStake = 0;
            if (n == 5) p.defaultExpiry = 0;
            if (n == 6) (p.maxExpiry, p.defaultExpiry) = (0, 0);
            if (n == 7) p.maxHeadStart = 0;
            if (n == 8) p.maxCommitTime = 0;
            if (n == 9) p.minDifficulty = 0;
            if (n == 10) (p.maxCallbackGas, p.callbackGas) = (19_999, 19_000);
            if (n == 11) (p.commitWindow, p.maxCommitTime) = (1 days + 1, 30 days);
            if (n == 12) p.revealWindow++;
            if (n == 13) p.revealBlocks++;
            if (n == 14) p.targetCommitTime++;
            if (n == 15) p.minStake++;
            if (n == 16) p.maxExpiry++;
            if (n == 17) p.maxHeadStart++;
            if (n == 18) p.secondsPerToken++;
            if (n == 19) p.maxCommitTime++;
            if (n == 20) p.backlogTip++;
            if (n == 21) p.minDifficulty++;
            if (n == 22) p.maxCallbackGas++;
            if (n == 23) p.callbackGas = 399_999;
            if (n == 24) p.nonRevealBps++;
            if (n == 25) p.dissentBps++;
            if (n == 26) p.settleBountyBps++;
            if (n == 27) p.expireBountyBps++;
            if (n == 28) p.minTipPerGas++;
            vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
            ethml.setParameters(p);
        }
        Parameters memory q = _highest();
        q.voidAllowance++;
        vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
        ethml.setParameters(q);
        q = _lowest();
        q.callbackGas = 19_000;
        vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
        ethml.setParameters(q);
    }

    function test_WeiOfRoyaltyAndBountyAreNotLost() public {
        // 10 % of ten wei are one
        uint256 id = askWithTip(address(0xabc), 10);
        answer(1);
        assertAnswered(id, 1);
        (uint256 minted, uint256 royalty) = ethml.rewardsOf(publisher);
        vm.assertEq(minted, 0);
        vm.assertEq(royalty, 1);
        (minted,) = ethml.rewardsOf(settler);
        vm.assertEq(minted, 0);
        // 1 % of a hundred is one
        id = askWithTip(address(0xabc), 100);
        vm.warp(vm.getBlockTimestamp() + 1 days);
        vm.prank(address(0xb0b));
        ethml.expire(id);
        uint256 bounty;
        (minted, bounty) = ethml.rewardsOf(address(0xb0b));
        vm.assertEq(minted, 0);
        vm.assertEq(bounty, 1);
        vm.assertEq(ethml.refundOf(id), 99);
    }

    function test_TipOfOneWeiGoesToTheSettler() public {
        askWithTip(address(0xabc), 1);
        answer(1);
        (, uint256 tips) = ethml.rewardsOf(settler);
        vm.assertEq(tips, 1);
    }

    function test_ClaimOfOneWei() public {
        askWithTip(address(0xabc), 10);
        answer(1);
        ethml.claim(publisher);
        vm.assertEq(token.balanceOf(publisher), 1);
    }

    function test_ExpiredWhileAssignedStaysSoWhenItsBlockIsVoid() public {
        uint256 id = askWithTip(address(0xabc), 1e18);
        commitRange(0, 3, 1);
        vm.warp(vm.getBlockTimestamp() + 1 days);
        ethml.expire(id);
        uint256 held = token.balanceOf(address(0xabc));
        ethml.closeCommit(1);
        waitForWindow();
        settle();
        assertStatus(id, RequestStatus.Expired);
        vm.assertEq(ethml.openRequests(), 0);
        vm.assertEq(token.balanceOf(address(0xabc)), held);
    }

    function test_SilenceIsRememberedForAThousandBlocksExactly() public {
        vm.assertEq(_countAfter(1_000), 2);
    }

    function test_SilenceIsForgottenAfterAThousandAndOne() public {
        vm.assertEq(_countAfter(1_001), 1);
    }

    /// @dev A miner is silent in block 1, and again `later` blocks on.
    function _countAfter(uint256 later) private returns (uint256 count) {
        _silent();
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("ethml.storage.EthML")) - 1)) & ~bytes32(uint256(0xff));
        vm.store(address(ethml), slot, bytes32(uint256(vm.load(address(ethml), slot)) + later - 1));
        _silent();
        (count,) = ethml.offencesOf(operators[4]);
    }

    function _silent() private {
        ask();
        commitRange(0, 5, 1);
        revealRange(0, 4);
        waitForWindow();
        settle();
    }

    function test_SettleGasIsNoMoreThanSettlingMayTake() public {
        ask();
        vm.assertGe(ethml.settleGas(), 400_000, "settle gas");
        vm.assertLe(ethml.settleGas(), 2_000_000, "settle gas");
        string[] memory points = new string[](32);
        for (uint256 i; i < 32; ++i) {
            points[i] = CANCER;
        }
        RequestOptions memory o = options();
        o.callbackGas = 400_000;
        give(address(this), 1e18);
        token.approve(address(ethml), 1e18);
        ethml.requestPredictions(1, points, 3e15, o);
        pass(1);
        answer(1);
        vm.assertEq(size(), 32);
        vm.assertGe(ethml.settleGas(), 32 * 400_000, "settle gas");
        // room for 32 that go back to the queue, too, which then get no callback: senders stop at the 2^24 of a transaction
        vm.assertLe(ethml.settleGas(), 21_000_000, "settle gas");
    }

    function test_SettleIsClosedToCallbacksOfAnotherBlock() public {
        Intruder intruder = new Intruder(ethml);
        uint256 id = intruder.ask(CANCER);
        pass(1);
        answer(1);
        vm.assertTrue(ethml.getRequest(id).undelivered, "refused");
        ask();
        commitRange(0, 3, 1);
        commitRange(3, 5, 2);
        revealRange(0, 5);
        intruder.arm(abi.encodeCall(IEthMLExtension.settle, (number(), revealedVectors())));
        ethml.retryCallback(id);
        vm.assertEq(bytes32(intruder.refusal()), bytes32(IEthMLEvents.EthML_Reentered.selector), "refusal");
    }

    /// @dev What stopped at the end of a word leaves that word behind; whoever uses the slot next must not see it.
    function test_SlotUsedAgainHoldsNothingOfBefore() public {
        for (uint256 id = 1; id <= 15; ++id) {
            queue.push(7, id);
        }
        // six lanes, then all eight of the next word
        vm.assertEq(queue.pop(14, 7).length, 14);
        vm.assertEq(queue.pop(14, 7)[0], 15);
        vm.assertEq(queue.root, 0);
        for (uint256 id = 101; id <= 107; ++id) {
            queue.push(7, id);
            vm.assertTrue(queue.contains(7, id - 101, id), "there");
        }
        uint256[] memory ids = queue.pop(32, 7);
        vm.assertEq(ids.length, 7);
        for (uint256 i; i < 7; ++i) {
            vm.assertEq(ids[i], 101 + i);
        }
    }

    function test_SlotUsedAgainByFewHoldsNothingOfBefore() public {
        for (uint256 id = 1; id <= 15; ++id) {
            queue.push(7, id);
        }
        queue.pop(14, 7);
        queue.pop(14, 7);
        for (uint256 id = 101; id <= 106; ++id) {
            queue.push(7, id);
        }
        vm.assertEq(queue.pop(32, 7).length, 6);
    }

    function test_TipsOfSeveralAreTakenForEach() public {
        give(address(this), 3e18);
        token.approve(address(ethml), 3e18);
        string[] memory points = new string[](3);
        (points[0], points[1], points[2]) = (CANCER, DIABETES, CANCER);
        ethml.requestPredictions(1, points, 1e18, options());
        vm.assertEq(token.balanceOf(address(ethml)), 3e18);
    }

    function test_AgreedBlockOfOneSettlesWithLittleGas() public {
        uint256 id = ask();
        commitRange(0, 5, 1);
        revealRange(0, 4);
        bytes memory data = abi.encodeCall(ethml.revealSolution, (1, operators[4], same(1), ok(), salt(operators[4])));
        (bool done,) = address(ethml).call{gas: 800_000}(data);
        vm.assertTrue(done, "revealed");
        assertAnswered(id, 1);
    }

    function test_CommitsCloseInTheSecondTheWindowEnds() public {
        ask();
        uint256 closesAt = ethml.getBlock().openedAt + 60;
        commitRange(0, 3, 1);
        vm.warp(closesAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_CommitWindowOpen.selector, closesAt, closesAt - 1));
        ethml.closeCommit(1);
        vm.warp(closesAt);
        ethml.closeCommit(1);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Reveal));
    }

    function test_UndecidedRequestExpiresInTheSecondItsTimeIsUp() public {
        uint256 id = askWithTip(address(0xabc), 1e18);
        commitRange(0, 2, 1);
        commitRange(2, 4, 2);
        pass(60);
        ethml.closeCommit(1);
        revealRange(0, 4);
        vm.warp(ethml.getRequest(id).expiry);
        settle();
        assertStatus(id, RequestStatus.Expired);
    }

    function test_RevertIf_FirstSeatsVectorIsMissing() public {
        ask();
        commitRange(0, 1, 9);
        commitRange(1, 5, 1);
        revealRange(0, 5);
        vm.expectPartialRevert(IEthMLEvents.EthML_MissingVector.selector);
        ethml.settle(1, vectors(operators[1]));
    }

    function test_RevertIf_ThreeRevealedAndNoVectorIsGiven() public {
        ask();
        commitRange(0, 2, 9);
        commitRange(2, 5, 1);
        revealRange(0, 3);
        waitForWindow();
        vm.expectPartialRevert(IEthMLEvents.EthML_MissingVector.selector);
        ethml.settle(1, new Vector[](0));
    }

    function test_ThreeRevealsOfFiveSeatsAreEnough() public {
        uint256 id = ask();
        commitRange(0, 5, 7);
        revealRange(0, 3);
        waitForWindow();
        settle();
        assertAnswered(id, 7);
        vm.assertEq(ethml.getRequest(id).reason, 0, "reason");
    }

    function test_FirstSeatIsPaidOnlyForWhatItSaid() public {
        uint256 id = askWithTip(address(0xabc), 10e18);
        commitRange(0, 1, 9);
        commitRange(1, 5, 1);
        revealRange(0, 5);
        settle();
        assertAnswered(id, 1);
        (uint256 minted, uint256 tips) = ethml.rewardsOf(operators[0]);
        vm.assertEq(minted + tips, 0);
        // what it lost for its dissent burnt to the last wei
        vm.assertEq(token.balanceOf(address(ethml)), 10e18);
        vm.assertEq(token.balanceOf(address(stake)), 10 * STAKE - STAKE / 200);
    }

    function test_TwoRevealsAreTooFewWhosesoever() public {
        uint256 id = ask();
        commitRange(0, 3, 1);
        pass(60);
        ethml.closeCommit(1);
        revealRange(1, 3);
        waitForWindow();
        settle();
        vm.assertEq(number(), 2);
        vm.assertFalse(ethml.getRequest(id).requeued, "a void block is nobody's disagreement");
    }

    function test_VoidBlockMintsNothing() public {
        ask();
        commitRange(0, 3, 1);
        pass(60);
        ethml.closeCommit(1);
        revealRange(0, 1);
        waitForWindow();
        settle();
        (uint256 minted, uint256 tips) = ethml.rewardsOf(operators[0]);
        vm.assertEq(minted, 0);
        vm.assertEq(tips, 1e16);
    }

    function test_VoidBlockExpiresInTheSecondItsTimeIsUp() public {
        uint256 id = askWithTip(address(0xabc), 1e18);
        commitRange(0, 3, 1);
        pass(60);
        ethml.closeCommit(1);
        vm.roll(vm.getBlockNumber() + 50);
        vm.warp(ethml.getRequest(id).expiry);
        settle();
        assertStatus(id, RequestStatus.Expired);
    }

    function test_CancelledRequestHasNoReason() public {
        ask();
        uint256 id = askWithTip(address(0xabc), 0);
        vm.prank(address(0xabc));
        ethml.cancel(id);
        vm.assertEq(ethml.getRequest(id).reason, 0, "reason");
    }

    function test_SlashesSayWhatFor() public {
        ask();
        commitRange(0, 3, 1);
        commitRange(3, 5, 2);
        revealRange(0, 4);
        waitForWindow();
        vm.recordLogs();
        settle();
        vm.assertEq(_causeOf(operators[3]), 1, "another word");
        vm.assertEq(_causeOf(operators[4]), 0, "never revealed");
    }

    Vm.Log[] private _logs;

    function _causeOf(address miner) private returns (uint256 cause) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            _logs.push(logs[i]);
        }
        for (uint256 i; i < _logs.length; ++i) {
            bool slash = _logs[i].topics[0] == IEthMLEvents.MinerSlashed.selector;
            if (!slash || _logs[i].topics[2] != bytes32(uint256(uint160(miner)))) continue;
            (, cause) = abi.decode(_logs[i].data, (uint256, uint256));
            return cause;
        }
        revert("not slashed");
    }

    function test_ConsumerKnowsWhatItWaitsFor() public {
        uint256 id = ask();
        vm.assertTrue(consumer.isPending(id), "waits");
        vm.assertFalse(consumer.isPending(id + 1), "never asked");
        answer(1);
        vm.assertFalse(consumer.isPending(id), "called back");
    }

    function test_ConsumerTellsItsRequestsApart() public {
        uint256 first = ask();
        for (uint256 i = 1; i < 4; ++i) {
            ask();
        }
        for (uint256 i; i < 4; ++i) {
            vm.assertTrue(consumer.isPending(first + i), "waits");
        }
        answer(1);
        vm.assertFalse(consumer.isPending(first), "called back");
        for (uint256 i = 1; i < 4; ++i) {
            vm.assertTrue(consumer.isPending(first + i), "still waits");
        }
    }

    /// @dev Its last 23 digits are all zero.
    function test_CidWithNothingInItsLowerHalf() public view {
        bytes32 digest = 0x000000000000000000000000000000589305d2ea08722c4c68bcce23da800000;
        (uint256 codec, bytes32 read) = this.parse(Cid.format(Cid.V0, digest));
        vm.assertEq(codec, Cid.V0);
        vm.assertEq(read, digest, "digest");
    }

    function parse(string calldata text) external pure returns (uint256, bytes32) {
        return Cid.parse(text);
    }

    function test_TargetOfAPowerOfTwoDoublesToAllButTheLastBits() public pure {
        vm.assertEq(Rules.target(2, 60, 60), type(uint256).max - 1);
    }

    function test_CommitsWithinTheSecondCountAsOne() public pure {
        vm.assertEq(Rules.retarget(800, 0, 15, 1, 1_000), 900);
    }
}
