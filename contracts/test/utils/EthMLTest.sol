// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {EthML} from "../../src/EthML.sol";
import {EthMLExtension} from "../../src/EthMLExtension.sol";
import {EthMLToken} from "../../src/EthMLToken.sol";
import {EthMLViews} from "../../src/EthMLViews.sol";
import {ModelRegistry} from "../../src/ModelRegistry.sol";
import {OperatorStake} from "../../src/OperatorStake.sol";
import {PredictionConsumer} from "../../src/PredictionConsumer.sol";
import {IEthML} from "../../src/interfaces/IEthML.sol";
import {IEthMLEvents} from "../../src/interfaces/IEthMLEvents.sol";
import {IEthMLExtension} from "../../src/interfaces/IEthML.sol";
import "../../src/interfaces/Types.sol";
import {Cid} from "../../src/libraries/Cid.sol";
import {Vm} from "./Vm.sol";

/// @dev A deployment like the real one, ten operators with stake, and short words for what they do.
abstract contract EthMLTest {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 internal constant GENESIS = 1_000_000e18;
    uint256 internal constant STAKE = 1_000e18;
    uint256 internal constant UNSTAKE_DELAY = 7 days;

    string internal constant CANCER = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem";
    string internal constant DIABETES = "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua";

    EthMLToken internal token;
    ModelRegistry internal registry;
    OperatorStake internal stake;
    IEthML internal ethml;
    PredictionConsumer internal consumer;
    address[] internal operators;
    address internal publisher = address(0x9b11);
    address internal treasury = address(0x7ea5);
    address internal settler = address(0x5e77);

    /// What each operator committed to in the open block.
    mapping(address miner => uint256[]) private _words;
    mapping(address miner => bytes) private _statuses;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        vm.roll(1_000);
        deploy(standard(), 1);
    }

    function standard() internal pure virtual returns (Parameters memory p) {
        p.commitWindow = 60;
        p.revealWindow = 120;
        p.revealBlocks = 50;
        p.targetCommitTime = 15;
        p.minStake = 100e18;
        p.defaultExpiry = 1 days;
        p.maxExpiry = 30 days;
        p.maxHeadStart = 30 days;
        p.secondsPerToken = 60;
        p.maxCommitTime = 1 hours;
        p.backlogTip = 1e18;
        p.minDifficulty = 1;
        p.callbackGas = 100_000;
        p.maxCallbackGas = 400_000;
        p.nonRevealBps = 1_000;
        p.dissentBps = 50;
        p.settleBountyBps = 100;
        p.expireBountyBps = 100;
        p.minTipPerGas = 1e10;
        p.voidAllowance = 1e16;
    }

    function deploy(Parameters memory p, uint64 difficulty) internal {
        address proxy = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 6);
        token = new EthMLToken(proxy, treasury, GENESIS);
        ModelRegistration[] memory first = new ModelRegistration[](2);
        first[0] = ModelRegistration(cid("breast-cancer"), 1_000, 0, 0, 0, 0, 0);
        first[1] = ModelRegistration(cid("diabetes"), 0, 0, 0, 0, 0, 0);
        registry = new ModelRegistry(publisher, first);
        stake = new OperatorStake(token, proxy, UNSTAKE_DELAY);
        EthMLViews views = new EthMLViews(token, registry, stake);
        EthMLExtension extension = new EthMLExtension(views);
        EthML implementation = new EthML(extension);
        bytes memory data = abi.encodeCall(IEthMLExtension.initialize, (address(this), difficulty, p));
        ethml = IEthML(address(new ERC1967Proxy(address(implementation), data)));
        vm.assertEq(address(ethml), proxy, "predicted proxy");
        consumer = new PredictionConsumer(ethml);
        delete operators;
        for (uint256 i; i < 10; ++i) {
            // as long as real ones: zero bytes of calldata are cheaper
            addOperator(address(uint160(uint256(keccak256(abi.encode("operator", i))))));
        }
        pass(1);
    }

    function addOperator(address operator) internal {
        operators.push(operator);
        give(operator, STAKE);
        vm.prank(operator);
        token.approve(address(stake), STAKE);
        vm.prank(operator);
        stake.stake(STAKE);
    }

    function give(address to, uint256 amount) internal {
        vm.prank(treasury);
        token.transfer(to, amount);
    }

    /// @dev One Ethereum block, `seconds_` later.
    function pass(uint256 seconds_) internal {
        vm.warp(vm.getBlockTimestamp() + seconds_);
        vm.roll(vm.getBlockNumber() + 1);
    }

    // ---------------------------------------------------------------- requests

    function cid(bytes memory content) internal pure returns (string memory) {
        return Cid.format(Cid.RAW, sha256(content));
    }

    function ask() internal returns (uint256 id) {
        id = consumer.requestPrediction(1, CANCER, 0);
        pass(1);
    }

    function askWithTip(address requester, uint256 tip) internal returns (uint256 id) {
        give(requester, tip);
        vm.prank(requester);
        token.approve(address(ethml), tip);
        vm.prank(requester);
        id = ethml.requestPrediction(1, CANCER, tip);
        pass(1);
    }

    function options() internal pure returns (RequestOptions memory o) {}

    // ---------------------------------------------------------------- votes

    function number() internal view returns (uint256) {
        return ethml.getBlock().number;
    }

    function size() internal view returns (uint256) {
        return ethml.getBlock().ids.length;
    }

    function same(uint256 word) internal view returns (uint256[] memory words) {
        words = new uint256[](size());
        for (uint256 i; i < words.length; ++i) {
            words[i] = word;
        }
    }

    function ok() internal view returns (bytes memory) {
        return new bytes(size());
    }

    function all(uint8 code) internal view returns (bytes memory statuses) {
        statuses = new bytes(size());
        for (uint256 i; i < statuses.length; ++i) {
            statuses[i] = bytes1(code);
        }
    }

    function salt(address miner) internal pure returns (bytes32) {
        return keccak256(abi.encode("salt", miner));
    }

    function resultHash(uint256[] memory words, bytes memory statuses) internal pure returns (bytes32) {
        return keccak256(abi.encode(words, statuses));
    }

    function solve(address miner) internal view returns (uint256 nonce) {
        bytes32 challenge = ethml.getBlock().challenge;
        uint256 target = ethml.currentTarget();
        while (uint256(keccak256(abi.encodePacked(challenge, miner, nonce))) > target) ++nonce;
    }

    function commit(address miner, uint256[] memory words, bytes memory statuses) internal {
        bytes32 c = keccak256(abi.encode(ethml.getBlock().challenge, miner, resultHash(words, statuses), salt(miner)));
        _words[miner] = words;
        _statuses[miner] = statuses;
        uint256 n = number();
        uint256 nonce = solve(miner);
        vm.prank(miner);
        ethml.commitSolution(n, c, nonce);
    }

    /// @dev Everybody in [from, to) commits to the same word everywhere.
    function commitRange(uint256 from, uint256 to, uint256 word) internal {
        for (uint256 i = from; i < to; ++i) {
            commit(operators[i], same(word), ok());
        }
    }

    function reveal(address miner) internal {
        ethml.revealSolution(number(), miner, _words[miner], _statuses[miner], salt(miner));
    }

    function revealRange(uint256 from, uint256 to) internal {
        for (uint256 i = from; i < to; ++i) {
            reveal(operators[i]);
        }
    }

    /// @dev Five operators answer the open block alike, the last reveal by `settler`.
    function answer(uint256 word) internal {
        commitRange(0, 5, word);
        pass(1);
        revealRange(0, 4);
        uint256 n = number();
        vm.prank(settler);
        ethml.revealSolution(n, operators[4], _words[operators[4]], _statuses[operators[4]], salt(operators[4]));
        pass(1);
    }

    function vector(address miner) internal view returns (Vector memory) {
        return Vector(_words[miner], _statuses[miner]);
    }

    function vectors(address a) internal view returns (Vector[] memory v) {
        v = new Vector[](1);
        v[0] = vector(a);
    }

    function vectors(address a, address b) internal view returns (Vector[] memory v) {
        v = new Vector[](2);
        (v[0], v[1]) = (vector(a), vector(b));
    }

    /// @dev One vector for each distinct hash among the revealed seats.
    function revealedVectors() internal view returns (Vector[] memory v) {
        Seat[] memory seats = ethml.getSeats();
        v = new Vector[](seats.length);
        uint256 n;
        for (uint256 i; i < seats.length; ++i) {
            if (!seats[i].revealed) continue;
            bool known;
            for (uint256 l; l < i; ++l) {
                known = known || (seats[l].revealed && seats[l].hash == seats[i].hash);
            }
            if (!known) v[n++] = vector(seats[i].miner);
        }
        assembly ("memory-safe") {
            mstore(v, n)
        }
    }

    /// @dev Settles as `settler` with all vectors that were revealed.
    function settle() internal {
        uint256 n = number();
        Vector[] memory v = revealedVectors();
        vm.prank(settler);
        ethml.settle(n, v);
        pass(1);
    }

    /// @dev Beyond the reveal window.
    function waitForWindow() internal {
        vm.warp(vm.getBlockTimestamp() + 120);
        vm.roll(vm.getBlockNumber() + 50);
    }

    // ---------------------------------------------------------------- checks

    function status(uint256 id) internal view returns (RequestStatus s) {
        (s,) = ethml.getPrediction(id);
    }

    function assertStatus(uint256 id, RequestStatus expected) internal view {
        vm.assertEq(uint256(status(id)), uint256(expected), "status");
    }

    function assertAnswered(uint256 id, uint256 word) internal view {
        (RequestStatus s, uint256 prediction) = ethml.getPrediction(id);
        vm.assertEq(uint256(s), uint256(RequestStatus.Answered), "answered");
        vm.assertEq(prediction, word, "prediction");
    }

    function assertFailed(uint256 id, uint8 reason) internal view {
        RequestView memory v = ethml.getRequest(id);
        vm.assertEq(uint256(v.status), uint256(RequestStatus.Failed), "failed");
        vm.assertEq(v.reason, reason, "reason");
    }
}
