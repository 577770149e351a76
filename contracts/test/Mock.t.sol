// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML, IEthMLMain} from "../src/interfaces/IEthML.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {RequestOptions, RequestStatus} from "../src/interfaces/Types.sol";
import {MockEthML} from "../src/testing/MockEthML.sol";
import {FirstPrediction} from "./guide/FirstPrediction.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {Vm} from "./utils/Vm.sol";

/// @dev What the mock refuses, as the coordinator would; that it plays a coordinator is shown by the guide's tests.
contract MockTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    string private constant POINT = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem";

    MockEthML private mock;

    function setUp() public {
        mock = new MockEthML();
    }

    function test_RevertIf_MockLacksTheFunction() public {
        vm.expectRevert(
            abi.encodeWithSelector(MockEthML.MockEthML_NotMocked.selector, IEthMLMain.commitSolution.selector)
        );
        IEthML(address(mock)).commitSolution(1, bytes32(uint256(1)), 0);
    }

    function test_RevertIf_ReasonIsNone() public {
        vm.expectRevert(abi.encodeWithSelector(MockEthML.MockEthML_NoSuchReason.selector, 0));
        mock.fail(1, 0);
        vm.expectRevert(abi.encodeWithSelector(MockEthML.MockEthML_NoSuchReason.selector, 6));
        mock.fail(1, 6);
    }

    function test_RevertIf_ModelOrTipWouldBeRefused() public {
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownModel.selector, 4));
        mock.requestPrediction(4, POINT, 0);
        mock.registry().deprecateModel(2);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_DeprecatedModel.selector, 2));
        mock.requestPrediction(2, POINT, 0);
        uint256 most = type(uint96).max;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_TipTooHigh.selector, most + 1, most));
        mock.requestPrediction(1, POINT, most + 1);
        mock.setMinTip(5);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_TipTooLow.selector, 4, 5));
        mock.requestPrediction(1, POINT, 4);
    }

    function test_RevertIf_OptionsAreOutOfBounds() public {
        RequestOptions memory o;
        vm.expectRevert(IEthMLEvents.EthML_NoDataPoints.selector);
        mock.requestPredictions(1, new string[](0), 0, o);
        string[] memory points = new string[](1);
        points[0] = POINT;
        o.expiresIn = 30 days + 1;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_ExpiryTooLong.selector, 30 days + 1, 30 days));
        mock.requestPredictions(1, points, 0, o);
        o.expiresIn = 0;
        o.callbackGas = 400_001;
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_CallbackGasTooHigh.selector, 400_001, 400_000));
        mock.requestPredictions(1, points, 0, o);
        // a permit that fails is ignored
        o.callbackGas = 0;
        o.permit.v = 27;
        vm.assertEq(mock.requestPredictions(1, points, 0, o), 1);
    }

    function test_RevertIf_RequestIsNotInThatState() public {
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownRequest.selector, 1));
        mock.cancel(1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownRequest.selector, 1));
        mock.answer(1, 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_UnknownRequest.selector, 1));
        mock.getRequest(1);
        uint256 id = mock.requestPrediction(1, POINT, 0);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotRequester.selector, id, address(1), address(this)));
        vm.prank(address(1));
        mock.cancel(id);
        uint256 expiry = mock.getRequest(id).expiry;
        vm.expectRevert(
            abi.encodeWithSelector(IEthMLEvents.EthML_NotExpired.selector, id, expiry, vm.getBlockTimestamp())
        );
        mock.expire(id);
        mock.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NotQueued.selector, id, RequestStatus.Cancelled));
        mock.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_AlreadyEnded.selector, id, RequestStatus.Cancelled));
        mock.answer(id, 1);
    }

    function test_AccountWithoutCodeIsNotCalled() public {
        vm.prank(address(0xe0a));
        uint256 id = mock.requestPrediction(1, POINT, 0);
        mock.answer(id, 3);
        vm.assertFalse(mock.getRequest(id).undelivered, "nobody to call");
    }

    function test_CallbacksFailAndReenterAsTheyWouldThere() public {
        HostileRequester hostile = new HostileRequester(IEthML(address(mock)));
        hostile.setMode(HostileRequester.Mode.Revert);
        uint256 id = hostile.request(1, POINT, 0);
        mock.answer(id, 3);
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_CallbackReverted.selector, id));
        mock.retryCallback(id);
        hostile.setMode(HostileRequester.Mode.Reenter);
        hostile.addCall(abi.encodeCall(IEthMLMain.requestPrediction, (1, POINT, 0)));
        mock.retryCallback(id);
        vm.assertFalse(hostile.reentered(), "inside");
        vm.assertEq(bytes32(hostile.refusal()), bytes32(IEthMLEvents.EthML_Reentered.selector), "refusal");
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NothingToDeliver.selector, id));
        mock.retryCallback(id);
    }

    function test_ConsumerNeedNotCareAboutFailures() public {
        FirstPrediction first = new FirstPrediction(IEthML(address(mock)));
        uint256 id = first.ask(POINT);
        mock.fail(id, 5);
        vm.assertFalse(first.isPending(id), "called back");
        vm.assertFalse(mock.getRequest(id).undelivered, "delivered");
    }
}
