// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @dev What the tests use of forge's cheat codes.
interface Vm {
    function assertEq(uint256 a, uint256 b) external pure;
    function assertEq(uint256 a, uint256 b, string calldata what) external pure;
    function expectRevert(bytes calldata data) external;
    function prank(address sender) external;
    function warp(uint256 timestamp) external;
}
