// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../../src/interfaces/Types.sol";
import {IEthMLEvents} from "../../src/interfaces/IEthMLEvents.sol";
import {Cid} from "../../src/libraries/Cid.sol";
import {Rules} from "../../src/libraries/Rules.sol";
import {EthMLTest} from "../utils/EthMLTest.sol";
import {Vm} from "../utils/Vm.sol";
import {FixedPoint} from "./FixedPoint.sol";

interface VectorVm {
    function envOr(string calldata name, bool otherwise) external view returns (bool);
    function prevrandao(bytes32 value) external;
    function setBlockhash(uint256 number, bytes32 hash) external;
    function toString(bool value) external pure returns (string memory);
    function toString(address value) external pure returns (string memory);
    function toString(bytes32 value) external pure returns (string memory);
    function toString(bytes calldata value) external pure returns (string memory);
    function toString(int256 value) external pure returns (string memory);
}

/// @dev Reads CIDs as the coordinator does, so that a revert can be caught.
contract CidReader {
    function parse(string calldata cid) external pure returns (uint256 codec, bytes32 digest) {
        return Cid.parse(cid);
    }
}

/// @dev Draws inputs, lets the contracts compute, and compares with the vectors beside this file, which the Go tests read too:
/// internal/protocol, internal/cid and services/inference. ETHML_WRITE_VECTORS=true writes them anew.
contract DrawnVectorsTest is EthMLTest {
    VectorVm private constant vx = VectorVm(address(uint160(uint256(keccak256("hevm cheat code")))));
    bytes private constant BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    bytes private constant BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl";

    uint256 private _drawn;
    string private _rows;

    function test_Cids() public {
        CidReader reader = new CidReader();
        for (uint256 i; i < 120; ++i) {
            string memory text = _cid(i);
            bool ok;
            uint256 codec;
            bytes32 digest;
            try reader.parse(text) returns (uint256 c, bytes32 d) {
                (ok, codec, digest) = (true, c, d);
                vm.assertEq(Cid.format(codec, digest), text, "written back");
            } catch (bytes memory reason) {
                vm.assertEq(reason, abi.encodeWithSelector(Cid.Cid_Malformed.selector, text), "reason");
            }
            _begin();
            _field("text", text);
            _raw("ok", vx.toString(ok));
            _number("codec", codec);
            _hash("digest", digest);
            _end();
        }
        _hold("cid.json");
    }

    function test_Work() public {
        for (uint256 i; i < 40; ++i) {
            (bytes32 challenge, address miner, uint256 nonce) = (bytes32(_draw()), address(uint160(_draw())), _draw());
            (bytes32 result, bytes32 salt_) = (bytes32(_draw()), bytes32(_draw()));
            _begin();
            _hash("challenge", challenge);
            _field("miner", vx.toString(miner));
            _hash("nonce", bytes32(nonce));
            _hash("work", bytes32(Rules.workHash(challenge, miner, nonce)));
            _hash("result", result);
            _hash("salt", salt_);
            _hash("commitment", Rules.commitment(challenge, miner, result, salt_));
            _end();
        }
        _hold("work.json");
    }

    function test_Targets() public {
        for (uint256 i; i < 80; ++i) {
            uint256 difficulty = 1 + _draw() % (1 << (1 + _draw() % 56));
            uint256 window = 1 + _draw() % 300;
            uint256 elapsed = _draw() % (window * (1 + _draw() % 70));
            _begin();
            _number("difficulty", difficulty);
            _number("window", window);
            _number("elapsed", elapsed);
            _hash("target", bytes32(Rules.target(difficulty, elapsed, window)));
            _end();
        }
        _hold("target.json");
    }

    function test_Retargets() public {
        for (uint256 i; i < 80; ++i) {
            uint256 minimum = 1 + _draw() % (1 << (_draw() % 24));
            uint256 old = minimum + _draw() % (type(uint56).max - minimum + 1) / (1 << (_draw() % 56));
            uint256 wanted = 1 + _draw() % 60;
            uint256 elapsed = _draw() % (3 * wanted);
            _begin();
            _number("old", old);
            _number("elapsed", elapsed);
            _number("wanted", wanted);
            _number("minimum", minimum);
            _number("next", Rules.retarget(old, elapsed, wanted, minimum, type(uint56).max));
            _end();
        }
        _hold("retarget.json");
    }

    function test_Slots() public {
        for (uint256 i; i < 80; ++i) {
            uint256 birth = 1_700_000_000 + _draw() % 1e9;
            uint256 tip = uint96(_draw() >> (160 + _draw() % 90));
            uint256 perToken = _draw() % 30 days;
            uint256 most = 30 days + _draw() % 335 days;
            _begin();
            _number("birth", birth);
            _number("tip", tip);
            _number("secondsPerToken", perToken);
            _number("maxHeadStart", most);
            _number("slot", Rules.slot(birth, tip, perToken, most));
            _end();
        }
        _hold("slot.json");
    }

    /// @dev Whole blocks under both rules: challenge, result hashes, outcome, block hash, next difficulty.
    function test_Blocks() public {
        uint256 model = registry.registerModel(cid("median"), 0, 2, 3, 1, 2, 0);
        for (uint256 round; round < 6; ++round) {
            _prepare(round % 2 == 0 ? 1 : model);
            BlockView memory b = ethml.getBlock();
            bytes32 previous = blockhash(b.openedAtBlock - 1);
            uint256 randao = block.prevrandao;
            for (uint256 i; i < 5; ++i) {
                vm.warp(block.timestamp + _draw() % 4);
                (uint256[] memory words, bytes memory statuses) = _votes(b.ids.length);
                commit(operators[i], words, statuses);
            }
            pass(1);
            uint256 closedAt = ethml.getBlock().commitClosedAt;
            revealRange(0, 5);
            Seat[] memory seats = ethml.getSeats();
            Vector[] memory vectors_ = new Vector[](5);
            for (uint256 i; i < 5; ++i) {
                vectors_[i] = vector(operators[i]);
            }
            vm.recordLogs();
            settle();
            _begin();
            _number("chainId", block.chainid);
            _field("coordinator", vx.toString(address(ethml)));
            _hash("parent", b.parentHash);
            _number("number", b.number);
            _raw("ids", _numbers(b.ids));
            _hash("previous", previous);
            _number("openedAt", b.openedAt);
            _hash("randao", bytes32(randao));
            _hash("challenge", b.challenge);
            _raw("medians", _medians(b.ids, model));
            _number("tolerance", 2);
            _seats(seats, vectors_);
            _number("difficulty", b.difficulty);
            _number("elapsed", closedAt - b.openedAt);
            _number("wanted", b.parameters.targetCommitTime);
            _number("minimum", b.parameters.minDifficulty);
            _settled();
            _end();
        }
        _hold("block.json");
    }

    function test_FixedPoint() public {
        for (uint256 i; i < 160; ++i) {
            uint64 bits = _float(i);
            uint256 decimals = _draw() % 37;
            (bool ok, int256 word) = FixedPoint.encode(bits, decimals);
            _begin();
            _field("bits", vx.toString(abi.encodePacked(bits)));
            _number("decimals", decimals);
            _raw("ok", vx.toString(ok));
            _field("word", vx.toString(word));
            _end();
        }
        _hold("fixed.json");
    }

    /// @dev The other way round: floats that Go drew and encoded.
    function test_FixedPointOfGo() public view {
        string memory json = vm.readFile("test/vectors/fixed_go.json");
        uint256 n = vm.parseJsonUint(json, ".count");
        vm.assertGt(n, 100, "vectors");
        for (uint256 i; i < n; ++i) {
            string memory row = string.concat(".vectors[", vm.toString(i), "]");
            uint256 bits = uint256(vm.parseJsonBytes32(json, string.concat(row, ".bits")));
            (bool ok, int256 word) =
                FixedPoint.encode(uint64(bits), vm.parseJsonUint(json, string.concat(row, ".decimals")));
            bytes32 want = vm.parseJsonBytes32(json, string.concat(row, ".word"));
            vm.assertEq(vm.parseJsonUint(json, string.concat(row, ".ok")), ok ? 1 : 0, row);
            vm.assertEq(bytes32(uint256(word)), want, row);
        }
    }

    // ---------------------------------------------------------------- inputs

    function _draw() private returns (uint256) {
        return uint256(keccak256(abi.encode("vectors", _drawn++)));
    }

    /// @dev Sound ones and ones with something about them changed.
    function _cid(uint256 i) private returns (string memory) {
        bytes memory text = bytes(Cid.format([Cid.V0, Cid.RAW, Cid.DAG_PB][_draw() % 3], bytes32(_draw())));
        if (i % 3 == 0) return string(text);
        uint256 place = _draw() % text.length;
        uint256 how = _draw() % 6;
        if (how == 0) text[place] = BASE58[_draw() % BASE58.length];
        else if (how == 1) text[place] = BASE32[_draw() % 32];
        else if (how == 2) text[text.length - 1] = BASE32[_draw() % 32];
        else if (how == 3) text[place % 7] = BASE32[_draw() % 32];
        else if (how == 4) text[place] = bytes1(uint8(0x21 + _draw() % 94));
        else return string.concat(string(text), "a");
        // neither may stand in JSON as it is
        if (text[place] == '"' || text[place] == "\\") text[place] = "~";
        return string(text);
    }

    function _prepare(uint256 model) private {
        ask();
        for (uint256 i; i < 32; ++i) {
            ethml.requestPrediction(model, CANCER, 0);
            pass(_draw() % 20);
        }
        vx.setBlockhash(block.number - 1, bytes32(_draw()));
        commitRange(0, 5, 1);
        vm.roll(block.number + 1);
        vx.setBlockhash(block.number - 1, bytes32(_draw()));
        vx.prevrandao(bytes32(_draw()));
        revealRange(0, 5);
        vm.roll(block.number + 1);
    }

    function _votes(uint256 n) private returns (uint256[] memory words, bytes memory statuses) {
        words = new uint256[](n);
        statuses = new bytes(n);
        for (uint256 j; j < n; ++j) {
            uint256 d = _draw();
            if (d % 5 == 0) statuses[j] = bytes1(uint8(1 + (d >> 8) % 4));
            else words[j] = uint256(int256((d >> 8) % 7) - 3);
        }
    }

    /// @dev Bits of numbers near those that models give, and of any others.
    function _float(uint256 i) private returns (uint64) {
        uint256 d = _draw();
        if (i % 4 == 0) return uint64(d);
        // exponents from 2^-20 to 2^40; every other with so few bits that halves occur
        uint256 exponent = 1003 + (d >> 64) % 60;
        uint256 fraction = i % 2 == 0 ? d & ((1 << 52) - 1) : (d & 0xff) << 44;
        return uint64((d >> 255) << 63 | exponent << 52 | fraction);
    }

    // ---------------------------------------------------------------- rows

    bool private _first;

    function _begin() private {
        _rows = bytes(_rows).length == 0 ? "[\n{" : string.concat(_rows, ",\n{");
        _first = true;
    }

    function _end() private {
        _rows = string.concat(_rows, "}");
    }

    function _raw(string memory name, string memory value) private {
        _rows = string.concat(_rows, _first ? '"' : ', "', name, '": ', value);
        _first = false;
    }

    function _field(string memory name, string memory value) private {
        _raw(name, string.concat('"', value, '"'));
    }

    /// @dev As a string: a number of JSON ends at 2^53.
    function _number(string memory name, uint256 value) private {
        _field(name, vm.toString(value));
    }

    function _hash(string memory name, bytes32 value) private {
        _field(name, vx.toString(value));
    }

    function _numbers(uint256[] memory values) private pure returns (string memory text) {
        for (uint256 i; i < values.length; ++i) {
            text = string.concat(text, i == 0 ? "" : ", ", vm.toString(values[i]));
        }
        return string.concat("[", text, "]");
    }

    /// @dev Some of an earlier block's requests may have come back.
    function _medians(uint256[] memory ids, uint256 model) private view returns (string memory text) {
        for (uint256 i; i < ids.length; ++i) {
            text = string.concat(text, i == 0 ? "" : ", ", vx.toString(ethml.getRequest(ids[i]).modelId == model));
        }
        return string.concat("[", text, "]");
    }

    function _words(uint256[] memory values) private pure returns (string memory text) {
        for (uint256 i; i < values.length; ++i) {
            text = string.concat(text, i == 0 ? '"' : ', "', vx.toString(bytes32(values[i])), '"');
        }
        return string.concat("[", text, "]");
    }

    function _seats(Seat[] memory seats, Vector[] memory v) private {
        string memory text;
        for (uint256 i; i < seats.length; ++i) {
            text = string.concat(
                text,
                i == 0 ? "\n {" : ",\n {",
                string.concat('"miner": "', vx.toString(seats[i].miner), '", "result": "', vx.toString(seats[i].hash)),
                string.concat(
                    '", "statuses": "', vx.toString(v[i].statuses), '", "words": ', _words(v[i].predictions), "}"
                )
            );
        }
        _raw("seats", string.concat("[", text, "]"));
    }

    function _settled() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IEthMLEvents.BlockSettled.selector) continue;
            (bytes32 hash,, uint256 next, uint256[] memory words, bytes memory statuses) =
                abi.decode(logs[i].data, (bytes32, bytes32, uint256, uint256[], bytes));
            _number("timestamp", block.timestamp - 1);
            _hash("hash", hash);
            _number("nextDifficulty", next);
            _field("statuses", vx.toString(statuses));
            _raw("words", _words(words));
            return;
        }
        revert("not settled");
    }

    /// @dev Compares with the file, or writes it.
    function _hold(string memory name) private {
        string memory file = string.concat("test/vectors/", name);
        string memory text = string.concat(_rows, "\n]\n");
        if (vx.envOr("ETHML_WRITE_VECTORS", false)) vm.writeFile(file, text);
        else vm.assertEq(vm.readFile(file), text, string.concat(file, " is stale: make -C contracts drawn-vectors"));
    }
}
