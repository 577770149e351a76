// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import "../src/interfaces/Types.sol";
import {IEthMLExtension, IEthMLMain} from "../src/interfaces/IEthML.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev What strangers' code can do to others: nothing.
contract CallbacksTest is EthMLTest {
    HostileRequester private requester;

    function setUp() public override {
        super.setUp();
        requester = new HostileRequester(ethml);
    }

    function _answerHostile(HostileRequester.Mode mode) private returns (uint256 id, uint256 gas_) {
        requester.setMode(mode);
        id = requester.request(1, CANCER, 0);
        pass(1);
        commitRange(0, 5, 1);
        revealRange(0, 4);
        uint256 before = gasleft();
        reveal(operators[4]);
        gas_ = before - gasleft();
        pass(1);
    }

    function test_EveryKindOfFailureIsRecordedAndBounded() public {
        (, uint256 fair) = _answerHostile(HostileRequester.Mode.Accept);
        for (uint256 m = 1; m <= 3; ++m) {
            (uint256 id, uint256 gas_) = _answerHostile(HostileRequester.Mode(m));
            assertAnswered(id, 1);
            vm.assertTrue(ethml.getRequest(id).undelivered, "recorded");
            vm.assertLt(gas_, fair + 110_000, "callback gas bounds what it costs the settler");
        }
    }

    function test_LongAnswerIsNeitherReadNorPaidFor() public {
        (, uint256 fair) = _answerHostile(HostileRequester.Mode.Accept);
        Parameters memory p = standard();
        p.minTipPerGas = 0;
        ethml.setParameters(p);
        requester.setMode(HostileRequester.Mode.LongAnswer);
        string[] memory points = new string[](1);
        points[0] = CANCER;
        RequestOptions memory o = options();
        // a megabyte of memory takes 2.2 million gas, which nobody gets
        o.callbackGas = 400_000;
        uint256 id = requester.requestMany(1, points, 0, o);
        pass(1);
        commitRange(0, 5, 1);
        revealRange(0, 4);
        uint256 before = gasleft();
        reveal(operators[4]);
        vm.assertLt(before - gasleft(), fair + 410_000, "callback gas bounds it");
        vm.assertTrue(ethml.getRequest(id).undelivered, "not for this gas");
        before = gasleft();
        ethml.retryCallback{gas: 5_000_000}(id);
        vm.assertLt(before - gasleft(), 2_400_000, "what the callee used, no copy of it");
        vm.assertEq(requester.delivered(), 2);
        vm.assertFalse(ethml.getRequest(id).undelivered, "delivered");
    }

    function test_NoEntryRunsInsideACallback() public {
        uint256[] memory words = new uint256[](1);
        string[] memory points = new string[](1);
        points[0] = CANCER;
        Vector[] memory none;
        bytes[17] memory calls = [
            abi.encodeCall(IEthMLMain.requestPrediction, (1, CANCER, 0)),
            abi.encodeCall(IEthMLMain.requestPredictions, (1, points, 0, options())),
            abi.encodeCall(IEthMLMain.openBlock, ()),
            abi.encodeCall(IEthMLMain.commitSolution, (2, bytes32(uint256(1)), 0)),
            abi.encodeCall(IEthMLMain.closeCommit, (2)),
            abi.encodeCall(IEthMLMain.revealSolution, (1, operators[0], words, hex"00", bytes32(0))),
            abi.encodeCall(IEthMLExtension.settle, (1, none)),
            abi.encodeCall(IEthMLExtension.cancel, (3)),
            abi.encodeCall(IEthMLExtension.expire, (2)),
            abi.encodeCall(IEthMLExtension.retryCallback, (1)),
            abi.encodeCall(IEthMLExtension.claim, (operators[0])),
            abi.encodeCall(IEthMLExtension.setParameters, (standard())),
            abi.encodeCall(IEthMLExtension.pause, ()),
            abi.encodeCall(IEthMLExtension.unpause, ()),
            abi.encodeCall(UUPSUpgradeable.upgradeToAndCall, (address(ethml), "")),
            abi.encodeCall(OwnableUpgradeable.transferOwnership, (address(this))),
            abi.encodeCall(Ownable2StepUpgradeable.acceptOwnership, ())
        ];
        // the requester is owner too, has a request in the queue and rewards: each call would go through from outside
        OwnableUpgradeable(address(ethml)).transferOwnership(address(requester));
        vm.prank(address(requester));
        Ownable2StepUpgradeable(address(ethml)).acceptOwnership();
        for (uint256 i; i < calls.length; ++i) {
            // each alone, so that the callback's gas suffices
            HostileRequester one = new HostileRequester(ethml);
            one.setMode(HostileRequester.Mode.Reenter);
            one.addCall(calls[i]);
            uint256 id = one.request(1, CANCER, 0);
            pass(1);
            answer(1);
            assertAnswered(id, 1);
            vm.assertFalse(one.reentered(), vm.toString(i));
            // the guard itself answers, not a check behind it
            vm.assertEq(bytes32(one.refusal()), bytes32(IEthMLEvents.EthML_Reentered.selector), vm.toString(i));
            vm.assertEq(one.delivered(), 1);
        }
    }

    function test_FailureCallbackIsReplayedToo() public {
        requester.setMode(HostileRequester.Mode.Revert);
        uint256 id = requester.request(1, CANCER, 0);
        pass(1);
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(0), all(2));
        }
        revealRange(0, 5);
        assertFailed(id, 2);
        requester.setMode(HostileRequester.Mode.Accept);
        ethml.retryCallback(id);
        vm.assertEq(requester.failures(), 1);
        vm.assertFalse(ethml.getRequest(id).undelivered, "delivered");
    }

    function test_RetryGivesMoreGas() public {
        requester.setMode(HostileRequester.Mode.Revert);
        uint256 id = requester.request(1, CANCER, 0);
        pass(1);
        answer(1);
        requester.setMode(HostileRequester.Mode.Accept);
        ethml.retryCallback{gas: 3_000_000}(id);
        vm.assertGt(requester.lastGas(), 2_500_000, "all that is left");
    }

    function test_RevertIf_RetryBringsTooLittleGas() public {
        requester.setMode(HostileRequester.Mode.Revert);
        uint256 id = requester.request(1, CANCER, 0);
        pass(1);
        answer(1);
        requester.setMode(HostileRequester.Mode.Accept);
        vm.expectPartialRevert(IEthMLEvents.EthML_InsufficientGas.selector);
        ethml.retryCallback{gas: 100_000}(id);
    }

    function test_AccountWithoutCodeCountsAsDelivered() public {
        vm.prank(address(0xe0a));
        uint256 id = ethml.requestPrediction(1, CANCER, 0);
        pass(1);
        answer(9);
        assertAnswered(id, 9);
        vm.assertFalse(ethml.getRequest(id).undelivered, "nobody to call");
    }
}
