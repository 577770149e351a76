// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {RequestQueue} from "../src/libraries/RequestQueue.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev Values that are promised to the unit, and what happens on either side of a bound.
contract ExactTest is EthMLTest {
    using RequestQueue for RequestQueue.Queue;

    RequestQueue.Queue private queue;

    function _points(uint256 n) private pure returns (string[] memory points) {
        points = new string[](n);
        for (uint256 i; i < n; ++i) {
            points[i] = CANCER;
        }
    }

    function _play(uint8[5] memory codes, uint256[5] memory words) private {
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(words[i]), all(codes[i]));
        }
        revealRange(0, 5);
        if (ethml.getBlock().reveals == 5) settle();
        pass(1);
    }

    // ---------------------------------------------------------------- gas that is asked for

    function test_SettleGasIsASumOfWorstCases() public {
        ask();
        // the block, the next one, a requeue, and a request with its callback
        uint256 expected = 250_000 + 1_000_000 + 110_000 + 70_000 + 100_000 + uint256(100_000) / 63;
        vm.assertEq(ethml.settleGas(), expected);
        // as many wait as may be undecided
        ask();
        vm.assertEq(ethml.settleGas(), expected);
    }

    function test_CallbackDemandsItsGasAndAMargin() public {
        HostileRequester requester = new HostileRequester(ethml);
        requester.request(1, CANCER, 0);
        pass(1);
        commitRange(0, 4, 1);
        commit(operators[4], same(2), ok());
        revealRange(0, 5);
        (bool done, bytes memory reason) =
            address(ethml).call{gas: 190_000}(abi.encodeCall(ethml.settle, (1, revealedVectors())));
        vm.assertFalse(done, "too little gas");
        vm.assertEq(bytes32(bytes4(reason)), bytes32(IEthMLEvents.EthML_InsufficientGas.selector), "error");
        uint256 needed;
        assembly ("memory-safe") {
            needed := mload(add(reason, 68))
        }
        vm.assertEq(needed, 100_000 + uint256(100_000) / 63 + 8_000);
    }

    /// @dev Abstentions may all go back to the queue, which takes more gas than answers do.
    function test_LastRevealOfAbstentionsAsksForTheGasOfARequeue() public {
        ask();
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(0), all(4));
        }
        revealRange(0, 4);
        bytes memory data = abi.encodeCall(ethml.revealSolution, (1, operators[4], same(0), all(4), salt(operators[4])));
        (bool done,) = address(ethml).call{gas: 1_000_000}(data);
        vm.assertTrue(done, "revealed");
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Reveal), "recorded only");
        vm.assertEq(ethml.getBlock().reveals, 5);
    }

    // ---------------------------------------------------------------- requests

    function test_LongestExpiryIsAllowed() public {
        RequestOptions memory o = options();
        o.expiresIn = 30 days;
        uint256 id = ethml.requestPredictions(1, _points(1), 0, o);
        vm.assertEq(ethml.getRequest(id).expiry, vm.getBlockTimestamp() + 30 days);
    }

    function test_LargestTipIsWantingForTokensOnly() public {
        (bool done, bytes memory reason) =
            address(ethml).call(abi.encodeCall(ethml.requestPrediction, (1, CANCER, type(uint96).max)));
        vm.assertFalse(done, "nobody has that much");
        vm.assertTrue(bytes4(reason) != IEthMLEvents.EthML_TipTooHigh.selector, "but it may be asked for");
    }

    function test_RequestThatFindsAnIdleChainTakesAlongWhoWaits() public {
        ask();
        uint256 waiting = ask();
        ethml.pause();
        answer(1);
        ethml.unpause();
        uint256 id = ask();
        uint256[] memory ids = ethml.getBlock().ids;
        vm.assertEq(ids.length, 2);
        vm.assertEq(ids[0], waiting);
        vm.assertEq(ids[1], id);
    }

    function test_TipOfOneWeiComesBack() public {
        ask();
        uint256 id = askWithTip(address(0xabc), 1);
        vm.prank(address(0xabc));
        ethml.cancel(id);
        vm.assertEq(token.balanceOf(address(0xabc)), 1);
    }

    /// @dev In 2080, where half the number of the present slot would turn the queue's order round at the present.
    function test_OrderHoldsOverTheWholeRingOfSlots() public {
        vm.warp(3_489_660_928 + 524_288 + 5_000);
        ask();
        uint256 late = ask();
        uint256 early = askWithTip(address(0xabc), 10_000e18);
        answer(1);
        uint256[] memory ids = ethml.getBlock().ids;
        vm.assertEq(ids[0], early);
        vm.assertEq(ids[1], late);
    }

    /// @dev Slot 0 comes round every eight years.
    function test_SlotZeroIsASlotLikeOthers() public {
        queue.push(2 ** 24 - 1, 1);
        queue.push(2 ** 24, 2);
        vm.assertEq(queue.pop(1, 2 ** 24)[0], 1);
        vm.assertEq(queue.pop(1, 2 ** 24)[0], 2);
        // and when what is left behind is of a list of several words
        for (uint256 id = 11; id <= 18; ++id) {
            queue.push(2 ** 24 - 1, id);
        }
        queue.push(2 ** 24, 20);
        vm.assertEq(queue.pop(8, 2 ** 24).length, 8);
        vm.assertEq(queue.pop(1, 2 ** 24)[0], 20);
    }

    // ---------------------------------------------------------------- blocks

    function test_ChallengeIsWhatTheProtocolSays() public {
        bytes32 previous = keccak256("the block before");
        vm.setBlockhash(vm.getBlockNumber() - 1, previous);
        uint256 openedAt = vm.getBlockTimestamp();
        uint256 id = ask();
        bytes32 ids = keccak256(abi.encode(id));
        bytes memory opened = abi.encode(
            block.chainid, address(ethml), bytes32(0), uint256(1), ids, previous, openedAt, block.prevrandao
        );
        vm.assertEq(ethml.getBlock().challenge, keccak256(opened), "challenge");
    }

    function test_StakeOfExactlyTheMinimumTakesASeat() public {
        Parameters memory p = standard();
        p.minStake = uint128(STAKE);
        ethml.setParameters(p);
        ask();
        commitRange(0, 1, 1);
        vm.assertTrue(ethml.isSeated(operators[0]), "seated");
    }

    function test_IdleChainHasNoSeats() public {
        ask();
        commitRange(0, 1, 1);
        vm.assertEq(ethml.getSeats().length, 1);
        commitRange(1, 5, 1);
        revealRange(0, 5);
        vm.assertEq(ethml.getSeats().length, 0);
    }

    function test_RevertIf_FailureHasAWord() public {
        ask();
        commitRange(0, 5, 1);
        uint256[] memory words = same(1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_MalformedVote.selector, 0, 1, 1));
        ethml.revealSolution(1, operators[0], words, hex"01", bytes32(0));
        words[0] = 9;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_MalformedVote.selector, 0, 1, 9));
        ethml.revealSolution(1, operators[0], words, hex"01", bytes32(0));
    }

    function test_RevertIf_LastVoteOfAFullBlockIsMalformed() public {
        ethml.requestPredictions(1, _points(32), 0, options());
        pass(1);
        commitRange(0, 5, 0);
        uint256[] memory words = same(0);
        bytes memory statuses = ok();
        statuses[31] = 0x05;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_MalformedVote.selector, 31, 5, 0));
        ethml.revealSolution(1, operators[0], words, statuses, bytes32(0));
    }

    // ---------------------------------------------------------------- settlement

    function test_ExpiredWhileAssignedIsSkippedAndStaysAsItIs() public {
        uint256 id = askWithTip(address(0xabc), 1e18);
        uint256 other = ask();
        commitRange(0, 3, 1);
        vm.warp(vm.getBlockTimestamp() + 1 days);
        ethml.expire(id);
        ethml.closeCommit(1);
        revealRange(0, 3);
        RequestView memory v = ethml.getRequest(id);
        vm.assertEq(uint256(v.status), uint256(RequestStatus.Expired));
        vm.assertEq(v.requester, address(0xabc), "requester");
        vm.assertEq(v.reason, 6);
        vm.assertFalse(v.undelivered, "delivered");
        vm.assertEq(ethml.getBlock().ids[0], other);
    }

    function test_RevertIf_VectorOfAVoidBlockIsUnknown() public {
        ask();
        commitRange(0, 5, 3);
        revealRange(0, 1);
        waitForWindow();
        Vector[] memory v = vectors(operators[0]);
        v[0].predictions = same(4);
        vm.expectPartialRevert(IEthMLEvents.EthML_UnknownVector.selector);
        ethml.settle(1, v);
    }

    function test_MedianPaysAllWithinTheToleranceOfThreeEqualWords() public {
        uint256 model = registry.registerModel(cid("price"), 0, 2, 2, 1, 5, 0);
        uint256 id = ethml.requestPrediction(model, CANCER, 0);
        pass(1);
        _play([0, 0, 0, 0, 0], [uint256(100), 100, 100, 101, 96]);
        assertAnswered(id, 100);
        for (uint256 i; i < 5; ++i) {
            (uint256 minted,) = ethml.rewardsOf(operators[i]);
            vm.assertEq(minted, 50e18);
        }
    }

    function test_MedianYieldsToThreeEqualFailuresOfTheFirstKind() public {
        uint256 model = registry.registerModel(cid("price"), 0, 2, 2, 1, 5, 0);
        uint256 id = ethml.requestPrediction(model, CANCER, 0);
        pass(1);
        _play([1, 1, 1, 0, 0], [uint256(0), 0, 0, 10, 10]);
        assertFailed(id, 1);
    }

    function test_MedianOfNothingIsNone() public {
        uint256 model = registry.registerModel(cid("price"), 0, 2, 2, 1, 5, 0);
        uint256 id = ethml.requestPrediction(model, CANCER, 0);
        pass(1);
        _play([4, 4, 1, 1, 2], [uint256(0), 0, 0, 0, 0]);
        vm.assertTrue(ethml.getRequest(id).requeued, "no word at all");
    }

    function test_TipsOfAgreedAndDisputedRequestsAddUp() public {
        ask();
        askWithTip(address(0xabc), 10e18);
        askWithTip(address(0xabc), 20e18);
        answer(1);
        for (uint256 i; i < 5; ++i) {
            uint256[] memory words = same(6);
            if (i == 4) words[1] = 7;
            commit(operators[i], words, ok());
        }
        revealRange(0, 5);
        settle();
        // the larger tip is served first; 89 % of each, a fifth of the first and a quarter of the second
        (, uint256 tips) = ethml.rewardsOf(operators[0]);
        vm.assertEq(tips, 3.56e18 + 2.225e18);
        (, tips) = ethml.rewardsOf(operators[4]);
        vm.assertEq(tips, 3.56e18);
    }
}
