// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Cid} from "../src/libraries/Cid.sol";
import {RequestQueue} from "../src/libraries/RequestQueue.sol";
import {RequestWord} from "../src/libraries/RequestWord.sol";
import {Rules} from "../src/libraries/Rules.sol";
import {RequestStatus} from "../src/interfaces/Types.sol";
import {Vm} from "./utils/Vm.sol";

contract CidHarness {
    function parse(string calldata s) external pure returns (uint256, bytes32) {
        return Cid.parse(s);
    }

    function parseMemory(string calldata s) external pure returns (uint256, bytes32) {
        return Cid.parseMemory(s);
    }
}

/// @dev Fuzz of what stands alone; the queue against a plain sorted list.
contract LibrariesTest {
    using RequestQueue for RequestQueue.Queue;

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    bytes private constant BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    CidHarness private harness = new CidHarness();
    RequestQueue.Queue private queue;

    struct Entry {
        uint256 slot;
        uint256 id;
        uint256 position;
        bool gone;
    }

    Entry[] private model;

    // ---------------------------------------------------------------- CID

    function testFuzz_CidComesBack(bytes32 digest, uint8 which) public view {
        uint256 codec = which % 3 == 0 ? Cid.V0 : which % 3 == 1 ? Cid.RAW : Cid.DAG_PB;
        string memory text = Cid.format(codec, digest);
        vm.assertEq(bytes(text).length, codec == 0 ? 46 : 59);
        (uint256 c, bytes32 d) = harness.parse(text);
        vm.assertEq(c, codec);
        vm.assertEq(d, digest, "digest");
        (c, d) = harness.parseMemory(text);
        vm.assertEq(c, codec);
        vm.assertEq(d, digest, "digest in memory");
    }

    /// One character changed: refused, or a different CID that formats back to itself. Never two strings for one CID.
    function testFuzz_CidHasOneSpelling(bytes32 digest, uint8 which, uint256 place, bytes1 character) public view {
        uint256 codec = which % 3 == 0 ? Cid.V0 : which % 3 == 1 ? Cid.RAW : Cid.DAG_PB;
        bytes memory text = bytes(Cid.format(codec, digest));
        text[place % text.length] = character;
        try harness.parse(string(text)) returns (uint256 c, bytes32 d) {
            vm.assertEq(Cid.format(c, d), string(text), "canonical");
        } catch {}
    }

    function testFuzz_CidRefusesOtherLengths(bytes calldata text) public view {
        vm.assume(text.length != 46 && text.length != 59);
        try harness.parse(string(text)) returns (uint256, bytes32) {
            vm.assertTrue(false, "accepted");
        } catch {}
    }

    function test_CidRefusesEveryByteThatIsNoDigit() public view {
        bytes memory text = bytes(Cid.format(Cid.RAW, keccak256("x")));
        for (uint256 b; b < 256; ++b) {
            bool digit;
            for (uint256 i; i < 32; ++i) {
                if (uint8(BASE32[i]) == b) digit = true;
            }
            // a place that is read by the left half, by both and by the right
            for (uint256 place = 12; place < 59; place += 19) {
                bytes1 kept = text[place];
                text[place] = bytes1(uint8(b));
                try harness.parse(string(text)) {
                    vm.assertTrue(digit, "accepted");
                } catch {
                    vm.assertFalse(digit, "refused");
                }
                text[place] = kept;
            }
        }
    }

    // ---------------------------------------------------------------- queue

    /// Pushes, removals and pops as the words of `script` say, against a list that is searched whole.
    function testFuzz_QueueServesTheSmallestSlotFirst(uint256[40] calldata script, uint40 start) public {
        delete model;
        uint256 base = uint256(start) + (1 << 24);
        uint256 nextId = 1;
        for (uint256 i; i < script.length; ++i) {
            uint256 w = script[i];
            uint256 kind = w % 8;
            if (kind < 5) {
                // several to a slot, near and far ones
                uint256 spread = w & 256 == 0 ? 3 : 200_000;
                uint256 slot = base - ((w >> 16) % spread);
                uint256 times = 1 + ((w >> 40) % 12);
                for (uint256 k; k < times; ++k) {
                    uint256 position = queue.push(slot, nextId);
                    model.push(Entry(slot, nextId++, position, false));
                }
            } else if (kind < 7) {
                if (model.length == 0) continue;
                Entry storage e = model[(w >> 16) % model.length];
                vm.assertEq(queue.contains(e.slot, e.position, e.id), !e.gone, "contains");
                if (!e.gone) {
                    queue.remove(e.slot, e.position);
                    e.gone = true;
                    vm.assertFalse(queue.contains(e.slot, e.position, e.id), "removed");
                }
            } else {
                _popAndCompare((w >> 16) % 33, base);
            }
            base += (w >> 200) % 5;
        }
        for (uint256 i; i < 40 && queue.root != 0; ++i) {
            _popAndCompare(32, base);
        }
        vm.assertEq(queue.root, 0, "empty in the end");
        for (uint256 i; i < model.length; ++i) {
            vm.assertTrue(model[i].gone, "everybody was served");
        }
    }

    function _popAndCompare(uint256 most, uint256 today) private {
        uint256[] memory ids = queue.pop(most, today);
        for (uint256 i; i < ids.length; ++i) {
            // the smallest slot, and in it the smallest id, since ids grow with arrival
            uint256 best = type(uint256).max;
            for (uint256 k; k < model.length; ++k) {
                if (model[k].gone) continue;
                if (best == type(uint256).max || model[k].slot < model[best].slot) best = k;
            }
            vm.assertEq(ids[i], model[best].id, "order");
            model[best].gone = true;
        }
    }

    function test_SlotsWrapAfterEightYears() public {
        uint256 before = (1 << 24) - 2;
        queue.push(before + 3, 2);
        queue.push(before, 1);
        queue.push((1 << 24) + 70_000, 3);
        uint256[] memory ids = queue.pop(32, before + 4);
        vm.assertEq(abi.encode(ids), abi.encode([uint256(32), 3, 1, 2, 3]), "order over the end of the ring");
    }

    // ---------------------------------------------------------------- rules

    function testFuzz_RetargetStaysWithinAnEighth(uint56 old, uint32 elapsed, uint16 wanted) public pure {
        vm.assume(old != 0 && wanted != 0);
        uint256 next = Rules.retarget(old, elapsed, wanted, 1, type(uint56).max);
        uint256 step = uint256(old) / 8;
        vm.assertGe(next, uint256(old) - step, "lowest");
        vm.assertLe(next, uint256(old) + (step == 0 ? 1 : step), "highest");
        if (elapsed < wanted) vm.assertTrue(next >= old, "too fast: not easier");
        if (elapsed > wanted) vm.assertTrue(next <= old, "too slow: not harder");
    }

    function test_RetargetStopsAtTheMinimumAndTheLimit() public pure {
        vm.assertEq(Rules.retarget(800, 1_000, 15, 750, 10_000), 750, "an eighth less would be below");
        vm.assertEq(Rules.retarget(800, 1, 15, 1, 850), 850, "an eighth more would be above");
    }

    function testFuzz_TargetNeverFalls(uint56 difficulty, uint32 a, uint32 b, uint16 window) public pure {
        vm.assume(difficulty != 0 && window != 0 && a <= b);
        vm.assertLe(Rules.target(difficulty, a, window), Rules.target(difficulty, b, window), "eases");
        vm.assertEq(Rules.target(difficulty, 0, window), type(uint256).max / difficulty);
    }

    function testFuzz_DistanceIsThatOfSignedNumbers(int128 a, int128 b) public pure {
        int256 d = int256(a) - int256(b);
        vm.assertEq(Rules.distance(uint256(int256(a)), uint256(int256(b))), uint256(d < 0 ? -d : d));
    }

    function test_DistanceSpansEverything() public pure {
        vm.assertEq(
            Rules.distance(uint256(type(int256).min), uint256(type(int256).max)), type(uint256).max, "whole range"
        );
    }

    function test_SubsidyHalves() public pure {
        vm.assertEq(Rules.subsidy(1), 50e18);
        vm.assertEq(Rules.subsidy(210_000), 50e18);
        vm.assertEq(Rules.subsidy(210_001), 25e18);
        vm.assertEq(Rules.subsidy(210_000 * 66 + 1), 0);
        vm.assertEq(Rules.subsidy(type(uint32).max), 0);
    }

    function test_SlotOfAHeadStartBeyondTheEpochIsZero() public pure {
        vm.assertEq(Rules.slot(100, 1e18, 100, 1_000), 0);
        vm.assertEq(Rules.slot(116, 1e18, 100, 1_000), 1);
    }

    function test_BacklogTipStartsBehind1024() public pure {
        vm.assertEq(Rules.backlogTip(1_024, 1_023), 0);
        vm.assertEq(Rules.backlogTip(1_024, 1_024), 1);
        vm.assertEq(Rules.backlogTip(1_024, 2_047), 1_024);
    }

    function testFuzz_RequestWordsHoldWhatIsPutIn(
        address requester,
        uint32 model_,
        uint16 kilogas,
        uint24 position,
        uint96 tip,
        uint40 birth,
        uint40 expiry,
        uint32 slot
    ) public pure {
        uint256 a = RequestWord.packA(requester, 0x55, true, model_, kilogas, position);
        vm.assertEq(RequestWord.requester(a), requester, "requester");
        vm.assertEq(RequestWord.cidCodec(a), 0x55);
        vm.assertEq(RequestWord.model(a), model_);
        vm.assertEq(RequestWord.callbackGas(a), uint256(kilogas) * 1_000);
        vm.assertEq(RequestWord.position(a), position);
        vm.assertTrue(a & RequestWord.MEDIAN != 0, "median");
        uint256 e = RequestWord.ended(a, RequestStatus.Failed, 5);
        vm.assertEq(uint256(RequestWord.status(e)), uint256(RequestStatus.Failed));
        vm.assertEq(RequestWord.reason(e), 5);
        vm.assertEq(RequestWord.position(RequestWord.moved(e, 7)), 7);
        vm.assertEq(RequestWord.requester(e), requester, "requester kept");
        uint256 c = RequestWord.packC(tip, birth, expiry, slot);
        vm.assertEq(RequestWord.tip(c), tip);
        vm.assertEq(RequestWord.birth(c), birth);
        vm.assertEq(RequestWord.expiry(c), expiry);
        vm.assertEq(RequestWord.slot(c), slot);
    }
}
