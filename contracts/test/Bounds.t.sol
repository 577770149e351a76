// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {EthML} from "../src/EthML.sol";
import {EthMLExtension} from "../src/EthMLExtension.sol";
import {EthMLToken} from "../src/EthMLToken.sol";
import {EthMLViews} from "../src/EthMLViews.sol";
import {OperatorStake} from "../src/OperatorStake.sol";
import {IEthML, IEthMLExtension} from "../src/interfaces/IEthML.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import "../src/interfaces/Types.sol";
import {Cid} from "../src/libraries/Cid.sol";
import {RequestQueue} from "../src/libraries/RequestQueue.sol";
import {MockEthML} from "../src/testing/MockEthML.sol";
import {FirstPrediction} from "./guide/FirstPrediction.sol";
import {Prices} from "./guide/Prices.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";
import {Vm} from "./utils/Vm.sol";

/// @dev One step to either side of what the other tests look at.
contract BoundsTest is EthMLTest {
    using RequestQueue for RequestQueue.Queue;

    RequestQueue.Queue private queue;

    // ---------------------------------------------------------------- consumers

    /// A consumer keeps 128 requests in a word.
    function test_ConsumerTellsHundredsOfRequestsApart() public {
        MockEthML mock = new MockEthML();
        FirstPrediction first = new FirstPrediction(IEthML(address(mock)));
        for (uint256 id = 1; id <= 300; ++id) {
            vm.assertFalse(first.isPending(id), "not asked yet");
            vm.assertEq(first.ask(CANCER), id);
        }
        for (uint256 id = 1; id <= 300; ++id) {
            vm.assertTrue(first.isPending(id), "waits");
            mock.answer(id, 1);
            vm.assertFalse(first.isPending(id), "answered");
            vm.assertFalse(mock.getRequest(id).undelivered, "delivered");
        }
    }

    function test_ConsumerThatTakesOneBackKeepsTheOthers() public {
        MockEthML mock = new MockEthML();
        Prices prices = new Prices(IEthML(address(mock)), 3);
        string[] memory points = new string[](200);
        for (uint256 i; i < points.length; ++i) {
            points[i] = CANCER;
        }
        prices.askMany(points, 0);
        for (uint256 id = 1; id <= points.length; ++id) {
            vm.assertTrue(prices.isPending(id), "waits");
        }
        for (uint256 id = 1; id <= points.length; id += 3) {
            prices.takeBack(id);
        }
        for (uint256 id = 1; id <= points.length; ++id) {
            vm.assertEq(prices.isPending(id), id % 3 != 1, "taken back");
            if (id % 3 == 1) continue;
            mock.answer(id, 1);
            vm.assertFalse(mock.getRequest(id).undelivered, "delivered");
        }
    }

    function test_ConsumerPassesOneWeiOn() public {
        address payer = address(0xbeef);
        give(payer, 1);
        vm.prank(payer);
        token.approve(address(consumer), 1);
        vm.prank(payer);
        consumer.requestPrediction(1, CANCER, 1);
        pass(1);
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(0), all(1));
        }
        revealRange(0, 5);
        vm.assertEq(token.balanceOf(payer), 1, "one wei has no bounty in it");
    }

    // ---------------------------------------------------------------- the coordinator

    function test_EventTellsTheCallbackGas() public {
        RequestOptions memory o = options();
        o.callbackGas = 55_500;
        string[] memory points = new string[](1);
        points[0] = CANCER;
        vm.recordLogs();
        ethml.requestPredictions(1, points, 0, o);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 told;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IEthMLEvents.RequestQueued.selector) continue;
            (, told,) = abi.decode(logs[i].data, (uint256, uint256, uint256));
        }
        vm.assertEq(told, 56_000);
    }

    function test_ViewOfAnAnsweredRequestHasItsPrediction() public {
        uint256 id = ask();
        answer(9);
        vm.assertEq(ethml.getRequest(id).prediction, 9);
    }

    function test_TargetStaysAsEasedWhileMinersReveal() public {
        deploy(standard(), 500);
        ask();
        vm.warp(uint256(ethml.getBlock().openedAt) + 130);
        vm.assertEq(ethml.currentTarget(), (type(uint256).max / 500) << 2, "eased twice");
        commitRange(0, 5, 1);
        vm.warp(vm.getBlockTimestamp() + 100);
        vm.assertEq(ethml.currentTarget(), (type(uint256).max / 500) << 2, "and no more");
    }

    function test_VoidBlockPaysTheSilentNothing() public {
        ask();
        commitRange(0, 5, 3);
        revealRange(0, 2);
        waitForWindow();
        settle();
        for (uint256 i; i < 5; ++i) {
            (, uint256 tips) = ethml.rewardsOf(operators[i]);
            vm.assertEq(tips, i < 2 ? 1e16 : 0, "who revealed");
        }
    }

    /// The order of those who wait is that of their slots, wherever the clock stands.
    function test_OrderDoesNotDependOnTheHour() public {
        ask();
        uint256 late = ask();
        uint256 early = askWithTip(address(0xabc), 100_000e18);
        commitRange(0, 5, 1);
        uint256 place = (ethml.getRequest(late).slot >> 16) & 255;
        vm.assertLt((ethml.getRequest(early).slot >> 16) & 255, place, "in other parts of the queue");
        // 4,096 s, the clock's bits that a wrong shift would look at
        while (((vm.getBlockTimestamp() >> 12) + 128) & 255 != place) {
            vm.warp(vm.getBlockTimestamp() + 4_096);
        }
        vm.roll(vm.getBlockNumber() + 1);
        revealRange(0, 5);
        uint256[] memory ids = ethml.getBlock().ids;
        vm.assertEq(ids[ids.length - 2], early, "the smaller slot");
        vm.assertEq(ids[ids.length - 1], late, "the larger");
    }

    function test_StartDifficultyIsToldWithItsBounds() public {
        _refuse(9);
        _refuse(uint64(type(uint56).max) + 1);
    }

    function _refuse(uint64 difficulty) private {
        address proxy = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 5);
        EthMLToken t = new EthMLToken(proxy, treasury, 0);
        OperatorStake k = new OperatorStake(t, proxy, 1);
        EthML implementation = new EthML(new EthMLExtension(new EthMLViews(t, registry, k)));
        Parameters memory p = standard();
        p.minDifficulty = 10;
        bytes memory data = abi.encodeCall(IEthMLExtension.initialize, (address(this), difficulty, p));
        vm.expectRevert(
            abi.encodeWithSelector(
                IEthMLEvents.EthML_BadParameter.selector, bytes32("difficulty"), difficulty, 10, type(uint56).max
            )
        );
        new ERC1967Proxy(address(implementation), data);
    }

    function test_CallbackGasMayBeAnyThousands() public {
        Parameters memory p = standard();
        p.callbackGas = 21_000;
        ethml.setParameters(p);
        vm.assertEq(ethml.parameters().callbackGas, 21_000);
    }

    function test_SlashOfNothingIsNoEvent() public {
        address nobody = address(0xdead);
        vm.recordLogs();
        vm.prank(address(ethml));
        stake.slash(nobody, 10_000, 0);
        vm.assertEq(vm.getRecordedLogs().length, 0);
    }

    // ---------------------------------------------------------------- libraries

    /// 64 words of a slot hold six lanes and 63 times eight.
    function test_OpeningReadsTheLastLaneOfTheLastWordItMay() public {
        uint256 last = 6 + 63 * 8;
        for (uint256 id = 1; id <= last; ++id) {
            uint256 position = queue.push(1 << 20, id);
            if (id != last) queue.remove(1 << 20, position);
        }
        uint256[] memory ids = queue.pop(32, 1 << 20);
        vm.assertEq(ids.length, 1);
        vm.assertEq(ids[0], last);
    }

    function test_CidV0RefusesEveryByteThatIsNoDigitAlike() public view {
        bytes memory text = bytes(Cid.format(Cid.V0, keccak256("x")));
        bytes memory digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        for (uint256 b; b < 256; ++b) {
            bool digit;
            for (uint256 i; i < 58; ++i) {
                digit = digit || uint8(digits[i]) == b;
            }
            if (digit) continue;
            text[30] = bytes1(uint8(b));
            try this.parse(string(text)) {
                vm.assertTrue(false, "accepted");
            } catch (bytes memory reason) {
                vm.assertEq(bytes32(bytes4(reason)), bytes32(Cid.Cid_Malformed.selector), "error");
            }
        }
    }

    function parse(string calldata text) external pure returns (uint256, bytes32) {
        return Cid.parse(text);
    }
}
