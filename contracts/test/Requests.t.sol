// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {Cid} from "../src/libraries/Cid.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev Options, order, cancelling and expiry.
contract RequestsTest is EthMLTest {
    uint256 private constant KEY = 0xa11ce;

    function _points(uint256 n) private pure returns (string[] memory points) {
        points = new string[](n);
        for (uint256 i; i < n; ++i) {
            points[i] = i % 2 == 0 ? CANCER : DIABETES;
        }
    }

    // ---------------------------------------------------------------- options

    function test_ManyDataPointsGetConsecutiveIdsAndOneBlock() public {
        uint256 first = ethml.requestPredictions(1, _points(5), 0, options());
        vm.assertEq(first, 1);
        BlockView memory b = ethml.getBlock();
        vm.assertEq(b.ids.length, 5);
        for (uint256 i; i < 5; ++i) {
            vm.assertEq(b.ids[i], first + i);
            vm.assertEq(ethml.getRequest(first + i).dataPoint, i % 2 == 0 ? CANCER : DIABETES, "data point");
        }
    }

    function test_OneBadDataPointRevertsAll() public {
        string[] memory points = _points(3);
        points[2] = "bad";
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, "bad"));
        ethml.requestPredictions(1, points, 0, options());
        vm.expectRevert(IEthMLEvents.EthML_NoDataPoints.selector);
        ethml.requestPredictions(1, new string[](0), 0, options());
    }

    function test_OptionsAreKept() public {
        give(address(this), 10e18);
        token.approve(address(ethml), 10e18);
        RequestOptions memory o = options();
        o.callbackGas = 150_001;
        o.expiresIn = 3_600;
        uint256 id = ethml.requestPredictions(1, _points(1), 10e18, o);
        RequestView memory v = ethml.getRequest(id);
        vm.assertEq(v.callbackGas, 151_000, "rounded up");
        vm.assertEq(v.expiry, vm.getBlockTimestamp() + 3_600);
        vm.assertEq(v.tip, 10e18);
        vm.assertEq(v.requester, address(this), "requester");
        vm.assertEq(v.modelId, 1);
        vm.assertEq(v.birth, vm.getBlockTimestamp());
        vm.assertEq(v.slot, (vm.getBlockTimestamp() - 600) / 16);
        vm.assertEq(v.cidCodec, 0x55);
    }

    function test_RevertIf_OptionsAreOutOfBounds() public {
        RequestOptions memory o = options();
        o.callbackGas = 400_001;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_CallbackGasTooHigh.selector, 400_001, 400_000));
        ethml.requestPredictions(1, _points(1), 0, o);
        o.callbackGas = 0;
        o.expiresIn = 30 days + 1;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_ExpiryTooLong.selector, 30 days + 1, 30 days));
        ethml.requestPredictions(1, _points(1), 0, o);
        uint256 most = type(uint96).max;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_TipTooHigh.selector, most + 1, most));
        ethml.requestPrediction(1, CANCER, most + 1);
    }

    function test_MoreCallbackGasCostsATipForTheSettler() public {
        RequestOptions memory o = options();
        o.callbackGas = 300_000;
        uint256 minimum = 200_000 * 1e10;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_TipTooLow.selector, minimum - 1, minimum));
        ethml.requestPredictions(1, _points(1), minimum - 1, o);
        give(address(this), 1e18);
        token.approve(address(ethml), 1e18);
        ethml.requestPredictions(1, _points(1), 1e18, o);
        pass(1);
        answer(1);
        (, uint256 tips) = ethml.rewardsOf(settler);
        vm.assertEq(tips, 1e16 + minimum);
    }

    function test_CallbackGasIsPaidOutOfWhatRoyaltyAndBountyLeave() public {
        RequestOptions memory o = options();
        o.callbackGas = 400_000;
        uint256 tip = 300_000 * 1e10;
        give(address(this), tip);
        token.approve(address(ethml), tip);
        ethml.requestPredictions(1, _points(1), tip, o);
        pass(1);
        answer(1);
        (, uint256 tips) = ethml.rewardsOf(settler);
        (, uint256 royalty) = ethml.rewardsOf(publisher);
        vm.assertEq(tips + royalty, tip);
    }

    function test_PermitPaysAndAFailingOneIsIgnored() public {
        address owner = vm.addr(KEY);
        give(owner, 3e18);
        Permit memory p = Permit(1e18, vm.getBlockTimestamp() + 60, 0, 0, 0);
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                owner,
                address(ethml),
                p.value,
                token.nonces(owner),
                p.deadline
            )
        );
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), structHash));
        (p.v, p.r, p.s) = vm.sign(KEY, digest);
        RequestOptions memory o = options();
        o.permit = p;
        vm.prank(owner);
        ethml.requestPredictions(1, _points(1), 1e18, o);
        vm.assertEq(token.balanceOf(owner), 2e18);
        // the same permit again fails, the allowance decides
        vm.prank(owner);
        token.approve(address(ethml), 1e18);
        vm.prank(owner);
        ethml.requestPredictions(1, _points(1), 1e18, o);
        vm.assertEq(token.balanceOf(owner), 1e18);
        vm.expectRevert();
        vm.prank(owner);
        ethml.requestPredictions(1, _points(1), 1e18, o);
    }

    function test_AllFormsOfCidComeBackAsTheyWereGiven() public {
        string[3] memory forms = [
            "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG",
            "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
            CANCER
        ];
        uint8[3] memory codecs = [0, 0x70, 0x55];
        for (uint256 i; i < 3; ++i) {
            uint256 id = ethml.requestPrediction(1, forms[i], 0);
            vm.assertEq(ethml.getRequest(id).dataPoint, forms[i], "form");
            vm.assertEq(ethml.getRequest(id).cidCodec, codecs[i]);
        }
    }

    // ---------------------------------------------------------------- order

    function test_TipBuysHeadStart() public {
        ask();
        uint256 early = ask();
        pass(600);
        uint256 tipped = askWithTip(address(0xabc), 20e18);
        answer(1);
        uint256[] memory ids = ethml.getBlock().ids;
        vm.assertEq(ids[0], tipped);
        vm.assertEq(ids[1], early);
    }

    function test_HeadStartIsCapped() public {
        ask();
        uint256 a = askWithTip(address(0xa), 100_000e18);
        vm.assertEq(ethml.getRequest(a).slot, (ethml.getRequest(a).birth - 30 days) / 16);
    }

    function test_BacklogAsksForATip() public {
        ask();
        vm.assertEq(ethml.minTip(), 0);
        ethml.requestPredictions(1, _points(1_024), 0, options());
        uint256 minimum = ethml.minTip();
        vm.assertEq(minimum, uint256(1e18) / 1_024);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_TipTooLow.selector, 0, minimum));
        ethml.requestPrediction(1, CANCER, 0);
        askWithTip(address(0xabc), minimum);
        vm.assertGt(ethml.minTip(), minimum, "rises");
    }

    function test_IdleMonthCostsNothingExtra() public {
        ask();
        uint256 id = ask();
        answer(1);
        answer(1);
        vm.warp(vm.getBlockTimestamp() + 45 days);
        ask();
        id = ask();
        answer(2);
        answer(2);
        assertAnswered(id, 2);
    }

    // ---------------------------------------------------------------- cancel and expire

    function test_CancelLeavesTheOthersInPlace() public {
        ask();
        uint256[3] memory ids;
        for (uint256 i; i < 3; ++i) {
            vm.prank(address(0xabc));
            ids[i] = ethml.requestPrediction(1, CANCER, 0);
        }
        vm.prank(address(0xabc));
        ethml.cancel(ids[1]);
        vm.assertEq(ethml.openRequests(), 2);
        pass(1);
        answer(1);
        uint256[] memory served = ethml.getBlock().ids;
        vm.assertEq(served.length, 2);
        vm.assertEq(served[0], ids[0]);
        vm.assertEq(served[1], ids[2]);
    }

    function test_RevertIf_CancelIsNotOnesOwnOrTooLate() public {
        uint256 id = ask();
        vm.expectRevert(
            abi.encodeWithSelector(IEthMLEvents.EthML_NotRequester.selector, id, address(this), address(consumer))
        );
        ethml.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotQueued.selector, id, RequestStatus.Assigned));
        vm.prank(address(consumer));
        ethml.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownRequest.selector, 99));
        ethml.cancel(99);
        answer(1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotQueued.selector, id, RequestStatus.Answered));
        vm.prank(address(consumer));
        ethml.cancel(id);
    }

    function test_OpenSkipsCancelledWordsAndGoesOnLater() public {
        ask();
        // 64 words of cancelled requests, then one that lives
        uint256 first = ethml.requestPredictions(1, _points(6 + 63 * 8), 0, options());
        for (uint256 i; i < 6 + 63 * 8; ++i) {
            ethml.cancel(first + i);
        }
        uint256 id = ask();
        answer(1);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Idle), "all that was inspected was cancelled");
        vm.assertEq(ethml.openRequests(), 1);
        ethml.openBlock();
        vm.assertEq(ethml.getBlock().ids[0], id);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_BlockInProgress.selector, 2));
        ethml.openBlock();
    }

    function test_ExpireOfAQueuedRequestCallsBackAndPaysABounty() public {
        ask();
        HostileRequester requester = new HostileRequester(ethml);
        give(address(requester), 1e18);
        uint256 id = requester.request(1, CANCER, 1e18);
        uint256 expiry = ethml.getRequest(id).expiry;
        vm.warp(expiry - 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotExpired.selector, id, expiry, expiry - 1));
        ethml.expire(id);
        vm.warp(expiry);
        vm.prank(settler);
        ethml.expire(id);
        assertStatus(id, RequestStatus.Expired);
        vm.assertEq(ethml.getRequest(id).reason, 6);
        vm.assertEq(requester.failures(), 1);
        vm.assertEq(token.balanceOf(address(requester)), 99e16);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_AlreadyEnded.selector, id, RequestStatus.Expired));
        ethml.expire(id);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownRequest.selector, 99));
        ethml.expire(99);
    }

    function test_AssignedRequestExpiresInALongCommitPhaseAndNotWhileMinersReveal() public {
        uint256 id = ask();
        uint256 from = uint256(ethml.getBlock().openedAt) + 1 hours + 1;
        vm.warp(from - 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotExpired.selector, id, from, from - 1));
        ethml.expire(id);
        commitRange(0, 5, 1);
        vm.warp(from + 1 days);
        vm.expectPartialRevert(IEthMLEvents.EthML_NotExpired.selector);
        ethml.expire(id);
    }

    function test_AssignedRequestExpiresAtItsOwnExpiryBeforeCommitsClose() public {
        RequestOptions memory o = options();
        o.expiresIn = 100;
        uint256 id = ethml.requestPredictions(1, _points(1), 0, o);
        uint256 expiry = vm.getBlockTimestamp() + 100;
        vm.warp(expiry - 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotExpired.selector, id, expiry, expiry - 1));
        ethml.expire(id);
        vm.warp(expiry);
        ethml.expire(id);
        assertStatus(id, RequestStatus.Expired);
    }

    function test_ConsumerPassesTheRefundOn() public {
        address payer = address(0xbeef);
        give(payer, 2e18);
        vm.prank(payer);
        token.approve(address(consumer), 2e18);
        vm.prank(payer);
        uint256 id = consumer.requestPrediction(1, CANCER, 2e18);
        pass(1);
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(0), all(1));
        }
        revealRange(0, 5);
        assertFailed(id, 1);
        vm.assertEq(token.balanceOf(payer), 198e16);
        vm.assertEq(token.balanceOf(address(consumer)), 0);
        vm.assertFalse(consumer.isPending(id), "called back");
    }

    // ---------------------------------------------------------------- the prototype's views

    function test_CurrentVariablesAreThePrototypes() public {
        vm.expectRevert(IEthMLEvents.EthML_Idle.selector);
        ethml.getCurrentVariables();
        vm.expectRevert(IEthMLEvents.EthML_Idle.selector);
        ethml.settleGas();
        deploy(standard(), 500);
        uint256 id = ask();
        (bytes32 challenge, uint256 requestId, uint256 difficulty, uint256 modelId, string memory point) =
            ethml.getCurrentVariables();
        vm.assertEq(challenge, ethml.getBlock().challenge, "challenge");
        vm.assertEq(requestId, id);
        vm.assertEq(difficulty, 500);
        vm.assertEq(modelId, 1);
        vm.assertEq(point, CANCER, "data point");
        vm.warp(ethml.getBlock().openedAt + 60);
        (,, difficulty,,) = ethml.getCurrentVariables();
        vm.assertEq(difficulty, 250, "as eased now");
    }
}
