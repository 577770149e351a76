// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLTest} from "../utils/EthMLTest.sol";

interface LegacyVm {
    function parseBytes(string calldata text) external pure returns (bytes memory);
    function trim(string calldata text) external pure returns (string memory);
}

interface ILegacyConsumer {
    function ask(uint256 modelId, string calldata dataPoint) external returns (uint256 id);
    function lastId() external view returns (uint256);
    function answeredId() external view returns (uint256);
    function prediction() external view returns (uint256);
    function requestCallback(uint256 id, uint256 answer) external;
    function currentRequest() external returns (uint256 requestId, uint256 modelId, string memory dataPoint);
}

/// @dev A consumer that solc 0.5.16 compiled, unchanged since the prototype.
contract LegacyTest is EthMLTest {
    LegacyVm private constant vl = LegacyVm(address(uint160(uint256(keccak256("hevm cheat code")))));

    ILegacyConsumer private legacy;

    function setUp() public override {
        super.setUp();
        string memory text = vl.trim(vm.readFile("test/legacy/LegacyConsumer.hex"));
        bytes memory code = abi.encodePacked(vl.parseBytes(text), abi.encode(address(ethml)));
        address made;
        assembly ("memory-safe") {
            made := create(0, add(code, 32), mload(code))
        }
        legacy = ILegacyConsumer(made);
        vm.assertGt(made.code.length, 0, "deployed");
    }

    function test_ConsumerOfThePrototypesTimeIsAnswered() public {
        uint256 id = legacy.ask(2, DIABETES);
        vm.assertEq(id, 1);
        vm.assertEq(legacy.lastId(), 1);
        pass(1);
        (uint256 requestId, uint256 modelId, string memory dataPoint) = legacy.currentRequest();
        vm.assertEq(requestId, 1);
        vm.assertEq(modelId, 2);
        vm.assertEq(dataPoint, DIABETES, "data point");
        answer(59);
        vm.assertEq(legacy.answeredId(), 1);
        vm.assertEq(legacy.prediction(), 59);
    }

    /// @dev It has no predictionFailed: its request ends all the same.
    function test_ConsumerWithoutFailureHookBlocksNobody() public {
        uint256 id = legacy.ask(2, DIABETES);
        pass(1);
        for (uint256 i; i < 3; ++i) {
            commit(operators[i], same(0), all(1));
        }
        pass(60);
        ethml.closeCommit(number());
        revealRange(0, 3);
        assertFailed(id, 1);
        vm.assertTrue(ethml.getRequest(id).undelivered, "nobody took it");
        vm.assertEq(legacy.answeredId(), 0);
        answerNext();
    }

    function answerNext() private {
        uint256 id = legacy.ask(1, CANCER);
        pass(1);
        answer(1);
        vm.assertEq(legacy.answeredId(), id);
    }
}
