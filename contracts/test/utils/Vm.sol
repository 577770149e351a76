// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @dev What these tests use of forge's cheat codes; no library in between.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 key) external pure returns (address);
    function assertApproxEqAbs(uint256 a, uint256 b, uint256 delta, string calldata what) external pure;
    function assertEq(uint256 a, uint256 b) external pure;
    function assertEq(uint256 a, uint256 b, string calldata what) external pure;
    function assertEq(address a, address b, string calldata what) external pure;
    function assertEq(bytes32 a, bytes32 b, string calldata what) external pure;
    function assertEq(bool a, bool b, string calldata what) external pure;
    function assertEq(string calldata a, string calldata b, string calldata what) external pure;
    function assertEq(bytes calldata a, bytes calldata b, string calldata what) external pure;
    function assertTrue(bool a, string calldata what) external pure;
    function assertFalse(bool a, string calldata what) external pure;
    function assertLe(uint256 a, uint256 b, string calldata what) external pure;
    function assertGe(uint256 a, uint256 b, string calldata what) external pure;
    function assertLt(uint256 a, uint256 b, string calldata what) external pure;
    function assertGt(uint256 a, uint256 b, string calldata what) external pure;
    function assume(bool condition) external pure;
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);
    function deal(address account, uint256 amount) external;
    function etch(address account, bytes calldata code) external;
    // the compiler takes block.timestamp and block.number for constants of a test, and may read them before the clock is set
    function getBlockNumber() external view returns (uint256);
    function getBlockTimestamp() external view returns (uint256);
    function expectCall(address callee, bytes calldata data) external;
    function expectEmit(bool t1, bool t2, bool t3, bool data, address emitter) external;
    function expectRevert() external;
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata data) external;
    function expectPartialRevert(bytes4 selector) external;
    function ffi(string[] calldata command) external returns (bytes memory);
    function getCode(string calldata artifact) external view returns (bytes memory);
    function getNonce(address account) external view returns (uint64);
    function getRecordedLogs() external returns (Log[] memory);
    function keyExists(string calldata json, string calldata key) external view returns (bool);
    function label(address account, string calldata name) external;
    function lastCallGas()
        external
        view
        returns (uint64 gasLimit, uint64 gasTotalUsed, uint64 gasMemoryUsed, int64 gasRefunded, uint64 gasRemaining);
    function load(address target, bytes32 slot) external view returns (bytes32);
    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);
    function parseJsonBytes32(string calldata json, string calldata key) external pure returns (bytes32);
    function parseJsonUint(string calldata json, string calldata key) external pure returns (uint256);
    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function readFile(string calldata path) external view returns (string memory);
    function recordLogs() external;
    function roll(uint256 blockNumber) external;
    function revertToState(uint256 id) external returns (bool);
    function snapshotState() external returns (uint256);
    function setBlockhash(uint256 blockNumber, bytes32 blockHash) external;
    function serializeUint(string calldata object, string calldata key, uint256 value) external returns (string memory);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function store(address target, bytes32 slot, bytes32 value) external;
    function toString(uint256 value) external pure returns (string memory);
    function warp(uint256 timestamp) external;
    function cool(address target) external;
    function writeFile(string calldata path, string calldata data) external;
    function writeJson(string calldata json, string calldata path) external;
}
