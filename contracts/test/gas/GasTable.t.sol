// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../../src/interfaces/Types.sol";
import {HostileRequester} from "../mocks/Requesters.sol";
import {EthMLTest} from "../utils/EthMLTest.sol";

/// @dev Plays the table of docs/protocol.md, adding up what every party pays, and holds it to the budgets. Run with --isolate, so that
/// each call is a transaction of its own with its own cold accesses, base fee and refund, as in a receipt. Warm-up: ten operators
/// staked, the first five seated in two settled blocks, of 1 and of 32; tip 0, CID of 59 characters, PredictionConsumer asks.
contract GasTable is EthMLTest {
    string private _exceeded;

    /// @dev Last in each test, so that every figure is taken before any fails.
    modifier held() {
        _;
        vm.assertEq(_exceeded, "", "over budget");
    }

    event Measured(string what, uint256 gas, uint256 budget);

    function standard() internal pure override returns (Parameters memory p) {
        p = super.standard();
        // tip 0 at 10,000 open is what the table measures
        p.backlogTip = 0;
    }

    function setUp() public override {
        super.setUp();
        _one();
        answer(1);
        _wait(1, 33);
        answer(1);
        answer(1);
    }

    function test_Isolated() public {
        uint256 gas_ = _one();
        vm.assertGt(gas_, 100_000, "run with --isolate, or receipts are not counted whole");
    }

    function test_RequestByLengthOfQueue() public held {
        _one();
        uint256 at10 = _fillTo(10);
        uint256 at500 = _fillTo(500);
        uint256 at10000 = _fillTo(10_000);
        _report("request_gas_open10", at10, 155_000);
        _report("request_gas_open500", at500, 155_000);
        _report("request_gas_open10000", at10000, 155_000);
        vm.assertApproxEqAbs(at10, at500, at10 / 100, "500 within 1 % of 10");
        vm.assertApproxEqAbs(at10, at10000, at10 / 100, "10,000 within 1 % of 10");
    }

    function test_RequestThatOpens() public held {
        _report("request_open_gas", _one(), 170_000);
    }

    function test_BlockOfOne() public held {
        uint256 request = _one();
        (uint256 commits, uint256 dearest) = _commits(1);
        (uint256 reveals, uint256 dearestReveal, uint256 settling) = _reveals();
        _report("commit_gas", dearest, 60_000);
        _report("reveal_gas_block1", dearestReveal, 48_500);
        _report("gas_per_prediction_block1", request + commits + reveals + settling, 790_000);
    }

    function test_BlockOf32Agreed() public held {
        _one();
        uint256 requests = _wait(1, 500);
        answer(1);
        (uint256 commits,) = _commits(7);
        (uint256 reveals, uint256 dearestReveal, uint256 settling) = _reveals();
        _report("reveal_gas_block32", dearestReveal, 74_000);
        uint256 each = requests / 500 + (commits + reveals + settling) / 32;
        _report("gas_per_prediction_block32", each, 200_000);
        _report("settling_reveal_gas_block32", settling, 5_000_000);
    }

    function test_BlockOf32Mixed() public held {
        _one();
        uint256 requests = _wait(1, 500);
        answer(1);
        (uint256 commits,) = _commitsMixed();
        (uint256 reveals,, uint256 last) = _reveals();
        uint256 settling = _settleMixed();
        uint256 each = requests / 500 + (commits + reveals + last + settling) / 32;
        _report("gas_per_prediction_block32_mixed", each, 215_000);
    }

    function test_WorstSettlement() public held {
        HostileRequester burner = new HostileRequester(ethml);
        burner.setMode(HostileRequester.Mode.BurnGas);
        _one();
        for (uint256 i; i < 200; ++i) {
            burner.request(1, DIABETES, 0);
            pass(12);
        }
        answer(1);
        uint256 first = ethml.getBlock().ids[0];
        _commitsMixed();
        _reveals();
        _report("worst_settle_gas", _settleMixed(), 4_500_000);
        vm.assertTrue(ethml.getRequest(first).undelivered, "callbacks burnt everything");
    }

    function test_WorstSettlementWithMostCallbackGas() public held {
        HostileRequester burner = new HostileRequester(ethml);
        burner.setMode(HostileRequester.Mode.BurnGas);
        Parameters memory p = standard();
        p.minTipPerGas = 0;
        ethml.setParameters(p);
        _one();
        string[] memory points = new string[](64);
        for (uint256 i; i < 64; ++i) {
            points[i] = DIABETES;
        }
        RequestOptions memory o = options();
        o.callbackGas = 400_000;
        burner.requestMany(1, points, 0, o);
        answer(1);
        _commitsMixed();
        _reveals();
        _report("worst_settle_gas_400k", _settleMixed(), 16_700_000);
    }

    /// @dev What strangers can leave in the queue at worst: words of cancelled requests, each in a part of the bitmap of its own, before
    /// one that lives. An opening inspects 64.
    function test_WorstOpening() public held {
        Parameters memory p = standard();
        p.maxHeadStart = 365 days;
        p.secondsPerToken = 1 days;
        ethml.setParameters(p);
        give(address(this), 1_000e18);
        token.approve(address(ethml), type(uint256).max);
        _one();
        for (uint256 i = 1; i <= 64; ++i) {
            ethml.cancel(ethml.requestPrediction(1, CANCER, i * 5.6e18));
        }
        _one();
        ethml.pause();
        answer(1);
        ethml.unpause();
        ethml.openBlock();
        _report("worst_open_gas", _used(), 1_000_000);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Idle), "nobody to serve");
        ethml.openBlock();
        vm.assertEq(size(), 1, "then the one that lives");
    }

    // ---------------------------------------------------------------- play

    /// @dev Gas of the last transaction, as its receipt says.
    function _used() private view returns (uint256) {
        (, uint64 total,,,) = vm.lastCallGas();
        return total;
    }

    function _one() private returns (uint256 gas_) {
        consumer.requestPrediction(1, CANCER, 0);
        gas_ = _used();
        pass(12);
    }

    /// @dev Requests 12 seconds apart; returns the gas of all.
    function _wait(uint256 modelId, uint256 n) private returns (uint256 gas_) {
        for (uint256 i; i < n; ++i) {
            consumer.requestPrediction(modelId, CANCER, 0);
            gas_ += _used();
            pass(12);
        }
    }

    /// @dev Fills the queue up to n and measures one request more, the first of its slot, in the middle of a leaf.
    function _fillTo(uint256 n) private returns (uint256) {
        uint256 missing = n - 2 - ethml.openRequests();
        while (missing > 0) {
            string[] memory points = new string[](missing > 50 ? 50 : missing);
            for (uint256 i; i < points.length; ++i) {
                points[i] = CANCER;
            }
            ethml.requestPredictions(1, points, 0, options());
            missing -= points.length;
            pass(16);
        }
        // a slot in a leaf that others use already: that is the case of 255 in 256
        if ((block.timestamp >> 4) & 255 == 255) pass(16);
        _wait(1, 1);
        pass(16);
        consumer.requestPrediction(1, CANCER, 0);
        return _used();
    }

    function _commits(uint256 word) private returns (uint256 sum, uint256 dearest) {
        for (uint256 i; i < 5; ++i) {
            commit(operators[i], same(word), ok());
            sum += _used();
            if (_used() > dearest) dearest = _used();
        }
        pass(12);
    }

    /// @dev Five different vectors, each wrong about one request of its own.
    function _commitsMixed() private returns (uint256 sum, uint256 dearest) {
        for (uint256 i; i < 5; ++i) {
            uint256[] memory words = same(7);
            words[i] = 8;
            commit(operators[i], words, ok());
            sum += _used();
            if (_used() > dearest) dearest = _used();
        }
        pass(12);
    }

    function _reveals() private returns (uint256 sum, uint256 dearest, uint256 last) {
        uint256 n = number();
        for (uint256 i; i < 5; ++i) {
            Vector memory v = vector(operators[i]);
            vm.prank(operators[i]);
            ethml.revealSolution(n, operators[i], v.predictions, v.statuses, salt(operators[i]));
            uint256 used = _used();
            if (i == 4) return (sum, dearest, used);
            sum += used;
            if (used > dearest) dearest = used;
        }
    }

    function _settleMixed() private returns (uint256) {
        uint256 n = number();
        Vector[] memory v = revealedVectors();
        vm.assertEq(v.length, 5, "five different vectors");
        vm.prank(operators[0]);
        ethml.settle(n, v);
        return _used();
    }

    /// @dev One line for each figure, and its part of bench/gas.json.
    function _report(string memory name, uint256 gas_, uint256 budget) private {
        emit Measured(name, gas_, budget);
        vm.writeFile(string.concat(".build/gas/", name), string.concat(vm.toString(gas_), " ", vm.toString(budget)));
        if (gas_ > budget) _exceeded = string.concat(_exceeded, " ", name);
    }
}
