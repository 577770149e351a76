// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthML} from "../src/interfaces/IEthML.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev Keeps what its callback was called with, byte for byte.
contract Listener {
    bytes public heard;

    function ask(IEthML ethml, string calldata dataPoint) external returns (uint256) {
        return ethml.requestPrediction(1, dataPoint, 0);
    }

    fallback(bytes calldata data) external returns (bytes memory) {
        heard = data;
        return "";
    }
}

/// @dev The last wei, byte, unit of gas and offence.
contract MarginsTest is EthMLTest {
    function test_CallbackIsSelectorIdAndWordAndNothingElse() public {
        Listener listener = new Listener();
        uint256 id = listener.ask(ethml, CANCER);
        pass(1);
        answer(7);
        bytes memory expected = abi.encodeWithSignature("requestCallback(uint256,uint256)", id, 7);
        vm.assertEq(listener.heard(), expected, "an answer");
        id = listener.ask(ethml, CANCER);
        pass(1);
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(0), all(3));
        }
        revealRange(0, 5);
        expected = abi.encodeWithSignature("predictionFailed(uint256,uint8)", id, uint8(3));
        vm.assertEq(listener.heard(), expected, "a failure");
    }

    function test_ReplayedCallbackGetsNineTenthsOfTheGasThatIsLeft() public {
        HostileRequester requester = new HostileRequester(ethml);
        requester.setMode(HostileRequester.Mode.Revert);
        uint256 id = requester.request(1, CANCER, 0);
        pass(1);
        answer(1);
        requester.setMode(HostileRequester.Mode.Accept);
        ethml.retryCallback{gas: 3_000_000}(id);
        vm.assertGt(requester.lastGas(), 2_600_000, "gas");
        vm.assertLt(requester.lastGas(), 2_630_000, "gas");
    }

    /// @dev As much as it asked for, even when that is more than nine tenths of what is left.
    function test_ReplayedCallbackGetsNoLessThanTheFirstTime() public {
        Parameters memory p = standard();
        p.minTipPerGas = 0;
        ethml.setParameters(p);
        HostileRequester requester = new HostileRequester(ethml);
        requester.setMode(HostileRequester.Mode.Revert);
        RequestOptions memory o = options();
        o.callbackGas = 400_000;
        string[] memory points = new string[](1);
        points[0] = CANCER;
        uint256 id = requester.requestMany(1, points, 0, o);
        pass(1);
        answer(1);
        requester.setMode(HostileRequester.Mode.Accept);
        ethml.retryCallback{gas: 447_000}(id);
        vm.assertGt(requester.lastGas(), 399_000, "gas");
    }

    function test_OneWeiOfSubsidyCanBeClaimed() public {
        _setAccount(operators[0], 1);
        (uint256 minted, uint256 tips) = ethml.claim(operators[0]);
        vm.assertEq(minted, 1);
        vm.assertEq(tips, 0);
        vm.assertEq(token.balanceOf(operators[0]), 1);
        vm.assertEq(token.mintedRewards(), 1);
    }

    function test_OffencesAreCountedToFourteen() public {
        Parameters memory p = standard();
        // free of charge, so that the miner can afford them all
        p.nonRevealBps = 0;
        ethml.setParameters(p);
        uint256 count;
        for (uint256 i = 1; i <= 16; ++i) {
            ask();
            commitRange(0, 5, 1);
            revealRange(0, 4);
            waitForWindow();
            settle();
            (count,) = ethml.offencesOf(operators[4]);
            vm.assertEq(count, i < 14 ? i : 14);
        }
    }

    function test_FourteenthOffenceTakesEverything() public {
        Parameters memory p = standard();
        p.nonRevealBps = 1;
        ethml.setParameters(p);
        bytes32 slot = keccak256(abi.encode(operators[4], _slot(34)));
        // a count of fourteen, the last of them in this very block: 2^14 basis points are more than all
        vm.store(address(ethml), slot, bytes32(uint256(14) << 32 | 1));
        ask();
        commitRange(0, 5, 1);
        revealRange(0, 4);
        waitForWindow();
        settle();
        vm.assertEq(stake.stakeOf(operators[4]), 0);
    }

    function test_VoidBlockWithoutAllowanceBurnsAll() public {
        Parameters memory p = standard();
        p.voidAllowance = 0;
        ethml.setParameters(p);
        ask();
        commitRange(0, 5, 1);
        revealRange(0, 2);
        waitForWindow();
        settle();
        (uint256 minted, uint256 tips) = ethml.rewardsOf(operators[0]);
        vm.assertEq(minted + tips, 0);
        vm.assertEq(token.totalSupply(), GENESIS - 300e18);
    }

    function test_VoidBlockSharesToTheLastWei() public {
        Parameters memory p = standard();
        p.voidAllowance = 1e24;
        ethml.setParameters(p);
        // 10 % of three stakes that do not divide by two
        for (uint256 i = 2; i < 5; ++i) {
            give(address(this), 10);
            token.approve(address(stake), 10);
            stake.stakeFor(operators[i], 10);
        }
        ask();
        commitRange(0, 5, 1);
        revealRange(0, 2);
        waitForWindow();
        settle();
        (, uint256 first) = ethml.rewardsOf(operators[0]);
        (, uint256 second) = ethml.rewardsOf(operators[1]);
        vm.assertEq(first, 150e18 + 2);
        vm.assertEq(second, 150e18 + 1);
        vm.assertEq(token.balanceOf(address(ethml)), first + second);
    }

    /// @dev Slot `n` of the coordinator's state, see layout.json.
    function _slot(uint256 n) private pure returns (uint256) {
        bytes32 base = keccak256(abi.encode(uint256(keccak256("ethml.storage.EthML")) - 1)) & ~bytes32(uint256(0xff));
        return uint256(base) + n;
    }

    function _setAccount(address account, uint256 value) private {
        vm.store(address(ethml), keccak256(abi.encode(account, _slot(33))), bytes32(value));
    }
}
