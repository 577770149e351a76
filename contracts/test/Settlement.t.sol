// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev How blocks end: every rule, every kind of vote.
contract SettlementTest is EthMLTest {
    address private constant ALICE = address(0xa11ce);

    function _rewards(address account) private view returns (uint256 minted, uint256 tips) {
        return ethml.rewardsOf(account);
    }

    function _commitEach(uint8[5] memory codes, uint256[5] memory words) private {
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(codes[i] == 0 ? words[i] : 0), all(codes[i]));
        }
    }

    function _play(uint8[5] memory codes, uint256[5] memory words) private {
        _commitEach(codes, words);
        revealRange(0, 5);
        if (ethml.getBlock().reveals == 5) settle();
        pass(1);
    }

    // ---------------------------------------------------------------- failures and abstentions

    function test_FailureStatusesFailTheRequestAndRefundItLessABounty() public {
        for (uint8 code = 1; code <= 3; ++code) {
            address requester = address(uint160(0xf00 + code));
            uint256 id = askWithTip(requester, 1e18);
            _play([code, code, code, code, code], [uint256(0), 0, 0, 0, 0]);
            assertFailed(id, code);
            vm.assertEq(token.balanceOf(requester), 99e16);
            vm.assertEq(ethml.refundOf(id), 99e16);
        }
        (uint256 minted, uint256 tips) = _rewards(operators[0]);
        vm.assertEq(minted + tips, 0, "nothing answered, nothing earned");
    }

    function test_FailureStatusNeedsAThresholdOfEqualOnes() public {
        uint256 id = ask();
        _play([1, 1, 2, 2, 3], [uint256(0), 0, 0, 0, 0]);
        assertStatus(id, RequestStatus.Assigned);
        vm.assertTrue(ethml.getRequest(id).requeued, "back in the queue, and taken again");
        _play([1, 1, 2, 2, 3], [uint256(0), 0, 0, 0, 0]);
        assertFailed(id, 5);
    }

    function test_AbstentionsOfAllRequeueThenFailWithModelUnavailable() public {
        uint256 id = askWithTip(ALICE, 1e18);
        _play([4, 4, 4, 4, 4], [uint256(0), 0, 0, 0, 0]);
        assertStatus(id, RequestStatus.Assigned);
        _play([4, 4, 4, 4, 4], [uint256(0), 0, 0, 0, 0]);
        assertFailed(id, 4);
        vm.assertEq(token.balanceOf(ALICE), 1e18, "the whole tip");
    }

    function test_AbstentionsDoNotOutvoteThreeAnswers() public {
        uint256 id = ask();
        _play([0, 0, 0, 4, 4], [uint256(6), 6, 6, 0, 0]);
        assertAnswered(id, 6);
        vm.assertEq(stake.stakeOf(operators[4]), STAKE, "no dissent in abstaining");
    }

    function test_AbstentionsDecideTheReasonOnlyAsThePlurality() public {
        uint256 id = ask();
        for (uint256 round; round < 2; ++round) {
            _play([4, 4, 0, 0, 0], [uint256(0), 0, 1, 2, 3]);
        }
        assertFailed(id, 4);
        id = ask();
        for (uint256 round; round < 2; ++round) {
            _play([4, 4, 0, 0, 0], [uint256(0), 0, 1, 1, 3]);
        }
        assertFailed(id, 5);
    }

    function test_FailureStatusIsNoDissent() public {
        ask();
        _play([0, 0, 0, 3, 1], [uint256(6), 6, 6, 0, 0]);
        vm.assertEq(stake.stakeOf(operators[3]), STAKE);
        vm.assertEq(stake.stakeOf(operators[4]), STAKE);
    }

    function test_DissentIsSlashedOncePerBlock() public {
        ask();
        for (uint256 i; i < 4; ++i) {
            ask();
        }
        answer(1);
        _play([0, 0, 0, 0, 0], [uint256(6), 6, 6, 6, 7]);
        vm.assertEq(stake.stakeOf(operators[4]), STAKE - STAKE / 200);
    }

    function test_SubsidyIsSharedByTheAnswersOneAgreedWith() public {
        ask();
        uint256 first = ask();
        for (uint256 i; i < 3; ++i) {
            ask();
        }
        answer(1);
        (uint256 before,) = _rewards(operators[4]);
        for (uint256 i; i < 5; ++i) {
            uint256[] memory words = same(6);
            if (i == 4) words[0] = 7;
            commit(operators[i], words, ok());
        }
        revealRange(0, 5);
        settle();
        (uint256 minted,) = _rewards(operators[4]);
        vm.assertEq(minted - before, 50e18 * 3 / uint256(4));
        assertAnswered(first, 6);
    }

    function test_RemainderOfATipGoesToTheSettler() public {
        askWithTip(ALICE, 107);
        answer(1);
        // royalty 10, bounty 1, net 96, 19 each, 1 left
        (, uint256 tips) = _rewards(operators[0]);
        vm.assertEq(tips, 19);
        (, tips) = _rewards(settler);
        vm.assertEq(tips, 2);
        (, tips) = _rewards(publisher);
        vm.assertEq(tips, 10);
    }

    // ---------------------------------------------------------------- median

    function _medianModel() private returns (uint256 id) {
        id = registry.registerModel(cid("price"), 0, 2, 2, 1, 5, 0);
    }

    function _playMedian(uint8[5] memory codes, int256[5] memory words) private returns (uint256 id) {
        id = ethml.requestPrediction(_medianModel(), CANCER, 0);
        pass(1);
        uint256[5] memory raw;
        for (uint256 i; i < 5; ++i) {
            raw[i] = uint256(words[i]);
        }
        _play(codes, raw);
    }

    function test_MedianTakesTheLowerMiddleWithinTolerance() public {
        uint256 id = _playMedian([0, 0, 0, 0, 0], [int256(104), 100, 96, 500, -7]);
        assertAnswered(id, 100);
        for (uint256 i; i < 5; ++i) {
            (uint256 minted,) = _rewards(operators[i]);
            vm.assertEq(minted, i < 3 ? 50e18 : 0);
            vm.assertEq(stake.stakeOf(operators[i]), STAKE, "no dissent under the median");
        }
    }

    function test_MedianOfFourIsTheLowerOne() public {
        uint256 id = _playMedian([0, 0, 0, 0, 4], [int256(12), 10, 14, 11, 0]);
        assertAnswered(id, 11);
    }

    function test_MedianReadsWordsAsSigned() public {
        uint256 id = _playMedian([0, 0, 0, 4, 4], [int256(-3), 1, -1, 0, 0]);
        assertAnswered(id, uint256(int256(-1)));
        id = _playMedian([0, 0, 0, 0, 0], [type(int256).min, type(int256).max, 0, 1, -1]);
        assertAnswered(id, 0);
    }

    function test_MedianNeedsThreeWithinTolerance() public {
        uint256 id = _playMedian([0, 0, 0, 0, 0], [int256(0), 10, 20, 30, 40]);
        vm.assertTrue(ethml.getRequest(id).requeued, "no consensus");
        id = ethml.requestCount();
    }

    function test_MedianNeedsThreeWords() public {
        uint256 id = _playMedian([0, 0, 4, 4, 1], [int256(10), 10, 0, 0, 0]);
        vm.assertTrue(ethml.getRequest(id).requeued, "two words are too few");
    }

    function test_MedianYieldsToThreeEqualFailures() public {
        uint256 id = _playMedian([3, 3, 3, 0, 0], [int256(0), 0, 0, 10, 10]);
        assertFailed(id, 3);
    }

    // ---------------------------------------------------------------- silence and void blocks

    function test_SilentSeatIsSlashedAfterTheWindowAndTheRestIsPaid() public {
        uint256 id = ask();
        commitRange(0, 5, 3);
        revealRange(0, 4);
        Vector[] memory v = revealedVectors();
        vm.expectPartialRevert(IEthMLEvents.EthML_RevealWindowOpen.selector);
        ethml.settle(1, v);
        waitForWindow();
        settle();
        assertAnswered(id, 3);
        vm.assertEq(stake.stakeOf(operators[4]), STAKE * 9 / 10);
        (uint256 minted,) = _rewards(operators[4]);
        vm.assertEq(minted, 0);
        (uint256 count, uint256 last) = ethml.offencesOf(operators[4]);
        vm.assertEq(count, 1);
        vm.assertEq(last, 1);
    }

    function test_SilenceDoublesItsPriceWithinAThousandBlocks() public {
        uint256 left = STAKE;
        for (uint256 i; i < 3; ++i) {
            ask();
            commitRange(0, 5, 3);
            revealRange(0, 4);
            waitForWindow();
            settle();
            left -= left * (1_000 << i) / 10_000;
            vm.assertEq(stake.stakeOf(operators[4]), left);
        }
    }

    function test_RevealAfterTheWindowIsTooLate() public {
        ask();
        commitRange(0, 5, 3);
        revealRange(0, 4);
        waitForWindow();
        uint256[] memory words = same(3);
        bytes memory statuses = ok();
        vm.expectPartialRevert(IEthMLEvents.EthML_RevealWindowOver.selector);
        ethml.revealSolution(1, operators[4], words, statuses, salt(operators[4]));
    }

    function test_WindowNeedsSecondsAndBlocks() public {
        ask();
        commitRange(0, 5, 3);
        revealRange(0, 3);
        vm.warp(vm.getBlockTimestamp() + 10_000);
        // congestion: time has passed, blocks have not
        revealRange(3, 5);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Idle), "settled");
    }

    function test_VoidBlockRequeuesAndPaysThoseWhoRevealed() public {
        uint256 id = askWithTip(ALICE, 1e18);
        commitRange(0, 5, 3);
        revealRange(0, 2);
        waitForWindow();
        Vector[] memory none;
        vm.prank(settler);
        ethml.settle(1, none);
        pass(1);
        assertStatus(id, RequestStatus.Assigned);
        vm.assertFalse(ethml.getRequest(id).requeued, "void blocks do not count");
        vm.assertEq(ethml.getBlock().number, 2);
        (, uint256 tips) = _rewards(operators[0]);
        vm.assertEq(tips, 1e16, "gas allowance");
        vm.assertEq(stake.stakeOf(operators[2]), STAKE * 9 / 10);
        vm.assertEq(token.totalSupply(), GENESIS - 300e18 + 2e16, "the rest burnt");
        answer(3);
        assertAnswered(id, 3);
    }

    function test_VoidBlockMayBeSettledWithItsVectorsToo() public {
        ask();
        commitRange(0, 5, 3);
        revealRange(0, 1);
        waitForWindow();
        settle();
        vm.assertEq(ethml.getBlock().number, 2);
    }

    function test_BlockNobodyRevealedIsVoid() public {
        uint256 id = ask();
        commitRange(0, 5, 3);
        waitForWindow();
        settle();
        for (uint256 i; i < 5; ++i) {
            vm.assertEq(stake.stakeOf(operators[i]), STAKE * 9 / 10);
        }
        assertStatus(id, RequestStatus.Assigned);
    }

    function test_VoidBlockEndsWhatHasExpired() public {
        uint256 id = askWithTip(ALICE, 1e18);
        commitRange(0, 3, 3);
        vm.warp(vm.getBlockTimestamp() + 1 days);
        ethml.closeCommit(1);
        waitForWindow();
        settle();
        assertStatus(id, RequestStatus.Expired);
        vm.assertEq(token.balanceOf(ALICE), 1e18);
    }

    function test_UndecidedRequestPastItsExpiryIsNotRequeued() public {
        uint256 id = askWithTip(ALICE, 1e18);
        vm.warp(vm.getBlockTimestamp() + 1 days);
        _play([0, 0, 0, 0, 0], [uint256(1), 2, 3, 4, 5]);
        assertStatus(id, RequestStatus.Expired);
        vm.assertEq(token.balanceOf(ALICE), 1e18);
        vm.assertEq(ethml.getRequest(id).reason, 6);
    }

    // ---------------------------------------------------------------- vectors

    function test_RevertIf_VectorIsUnknownOrMissing() public {
        ask();
        commitRange(0, 3, 1);
        commitRange(3, 5, 2);
        revealRange(0, 5);
        Vector[] memory v = vectors(operators[0]);
        vm.expectPartialRevert(IEthMLEvents.EthML_MissingVector.selector);
        ethml.settle(1, v);
        v = vectors(operators[0], operators[0]);
        vm.expectPartialRevert(IEthMLEvents.EthML_UnknownVector.selector);
        ethml.settle(1, v);
        v = vectors(operators[0], operators[3]);
        v[0].predictions = new uint256[](1);
        vm.expectPartialRevert(IEthMLEvents.EthML_UnknownVector.selector);
        ethml.settle(1, v);
    }

    function test_RevertIf_VectorIsMalformed() public {
        ask();
        commitRange(0, 5, 1);
        address m = operators[0];
        uint256[] memory words = new uint256[](1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongLength.selector, 2, 1, 1));
        ethml.revealSolution(1, m, new uint256[](2), new bytes(1), salt(m));
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongLength.selector, 1, 2, 1));
        ethml.revealSolution(1, m, words, new bytes(2), salt(m));
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_MalformedVote.selector, 0, 5, 0));
        ethml.revealSolution(1, m, words, hex"05", salt(m));
        words[0] = 9;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_MalformedVote.selector, 0, 4, 9));
        ethml.revealSolution(1, m, words, hex"04", salt(m));
    }

    function test_TwoLastRevealsLandTogether() public {
        uint256 id = ask();
        commitRange(0, 5, 1);
        revealRange(0, 3);
        // both sent as the last one: the first of them is recorded, the second settles
        reveal(operators[3]);
        reveal(operators[4]);
        assertAnswered(id, 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongPhase.selector, 1, uint8(Phase.Idle)));
        ethml.revealSolution(1, operators[4], new uint256[](1), hex"00", salt(operators[4]));
    }

    function test_LastRevealWithTooLittleGasIsRecordedAndSettledLater() public {
        uint256 id = ask();
        commitRange(0, 5, 1);
        revealRange(0, 4);
        vm.assertGt(ethml.settleGas(), 300_000, "estimate");
        uint256[] memory words = same(1);
        bytes memory statuses = ok();
        ethml.revealSolution{gas: 250_000}(1, operators[4], words, statuses, salt(operators[4]));
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Reveal), "recorded only");
        vm.assertEq(ethml.getBlock().reveals, 5);
        settle();
        assertAnswered(id, 1);
    }

    function test_RevertIf_SettlerBringsTooLittleGasForACallback() public {
        HostileRequester requester = new HostileRequester(ethml);
        requester.request(1, CANCER, 0);
        pass(1);
        commitRange(0, 4, 1);
        commit(operators[4], same(2), ok());
        revealRange(0, 5);
        Vector[] memory v = revealedVectors();
        vm.expectPartialRevert(IEthMLEvents.EthML_InsufficientGas.selector);
        ethml.settle{gas: 190_000}(1, v);
        settle();
        vm.assertEq(requester.delivered(), 1);
        vm.assertGt(requester.lastGas(), 99_000, "the whole callback gas");
    }

    // ---------------------------------------------------------------- easing and closing

    function test_TargetSaturatesSoThatABlockNeverStarves() public {
        deploy(standard(), type(uint56).max);
        ask();
        vm.warp(vm.getBlockTimestamp() + 60 * 56);
        vm.assertEq(ethml.currentTarget(), type(uint256).max);
        vm.warp(vm.getBlockTimestamp() + 60 * 10_000);
        vm.assertEq(ethml.currentTarget(), type(uint256).max);
    }

    function test_DifficultyFollowsTheTimeOfCommits() public {
        deploy(standard(), 1_000);
        ask();
        vm.warp(ethml.getBlock().openedAt + 12);
        vm.assertEq(ethml.getBlock().difficulty, 1_000);
        answer(1);
        vm.assertEq(ethml.getBlock().difficulty, 1_125, "an eighth at most");
        ask();
        vm.warp(ethml.getBlock().openedAt + 17);
        answer(1);
        vm.assertEq(ethml.getBlock().difficulty, uint256(1_125) * 15 / 17);
    }

    function test_RevertIf_CommitInTheBlockThatOpened() public {
        consumer.requestPrediction(1, CANCER, 0);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_TooEarly.selector, 1, vm.getBlockNumber()));
        vm.prank(operators[0]);
        ethml.commitSolution(1, bytes32(uint256(1)), 0);
    }

    function test_RevertIf_CommitmentIsZero() public {
        ask();
        vm.expectRevert(IEthMLEvents.EthML_ZeroCommitment.selector);
        vm.prank(operators[0]);
        ethml.commitSolution(1, 0, 0);
    }

    // ---------------------------------------------------------------- the chain

    function test_BlockHashFollowsFromTheEvents() public {
        ask();
        BlockView memory b = ethml.getBlock();
        commitRange(0, 5, 1);
        revealRange(0, 5);
        uint256[] memory words = new uint256[](1);
        words[0] = 1;
        address[] memory miners = new address[](5);
        for (uint256 i; i < 5; ++i) {
            miners[i] = operators[i];
        }
        bytes32 expected = keccak256(
            abi.encode(
                bytes32(0),
                uint256(1),
                keccak256(abi.encodePacked(b.ids)),
                keccak256(abi.encode(words, hex"00")),
                b.challenge,
                keccak256(abi.encodePacked(miners)),
                vm.getBlockTimestamp()
            )
        );
        vm.assertEq(ethml.headHash(), expected, "block hash");
        bytes32 challenge = keccak256(
            abi.encode(
                block.chainid,
                address(ethml),
                expected,
                uint256(2),
                keccak256(abi.encodePacked(uint256(2))),
                blockhash(block.number - 1),
                block.timestamp,
                block.prevrandao
            )
        );
        ask();
        vm.assertEq(ethml.getBlock().challenge, challenge, "challenge");
    }
}
