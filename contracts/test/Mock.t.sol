// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML, IEthMLMain} from "../src/interfaces/IEthML.sol";
import {MockEthML} from "../src/testing/MockEthML.sol";
import {Vm} from "./utils/Vm.sol";

/// @dev What the mock refuses; that it plays a coordinator is shown by the guide's tests.
contract MockTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_RevertIf_MockLacksTheFunction() public {
        MockEthML mock = new MockEthML();
        vm.expectRevert(
            abi.encodeWithSelector(MockEthML.MockEthML_NotMocked.selector, IEthMLMain.commitSolution.selector)
        );
        IEthML(address(mock)).commitSolution(1, bytes32(uint256(1)), 0);
    }

    function test_RevertIf_ReasonIsNone() public {
        MockEthML mock = new MockEthML();
        vm.expectRevert(abi.encodeWithSelector(MockEthML.MockEthML_NoSuchReason.selector, 0));
        mock.fail(1, 0);
        vm.expectRevert(abi.encodeWithSelector(MockEthML.MockEthML_NoSuchReason.selector, 6));
        mock.fail(1, 6);
    }
}
