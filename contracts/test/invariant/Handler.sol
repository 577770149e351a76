// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {EthML} from "../../src/EthML.sol";
import {EthMLExtension} from "../../src/EthMLExtension.sol";
import {EthMLToken} from "../../src/EthMLToken.sol";
import {OperatorStake} from "../../src/OperatorStake.sol";
import {IEthML} from "../../src/interfaces/IEthML.sol";
import "../../src/interfaces/Types.sol";
import {HostileRequester} from "../mocks/Requesters.sol";
import {Vm} from "../utils/Vm.sol";

/// @dev Everything that anybody may do, in any order: requesters plain and hostile; miners honest, lying, lazy, silent, late and duplicate;
/// an owner who changes parameters, pauses and upgrades under way; a clock that jumps. Keeps its own books to check against.
contract Handler {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    enum Kind {
        Honest,
        Liar,
        Lazy,
        Failing,
        Silent
    }

    /// What somebody votes follows from the kind and the ids.
    struct Vote {
        bool seated;
        Kind kind;
    }

    uint256 private constant MOST_REQUESTS = 80;
    string private constant POINT = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem";
    /// of the model with the median rule
    uint256 private constant MEDIAN_MODEL = 3;
    uint256 private constant TOLERANCE = 1;
    /// wei
    uint256 private constant DEAREST_GAS = 1e10;

    IEthML public immutable ethml;
    EthMLToken public immutable token;
    OperatorStake public immutable stake;
    address public immutable owner;

    address[] public miners;
    address[] public people;
    HostileRequester[] public hostiles;

    /// by block and miner
    mapping(uint256 number => mapping(address miner => Vote)) private _votes;
    /// end state and word of each request once it ended, to see that neither ever changes
    mapping(uint256 id => RequestStatus) public endedAs;
    mapping(uint256 id => uint256) public endedWith;

    /// what went wrong, empty while nothing did
    string public broken;
    /// most that blocks settled so far can have earned, wei
    uint256 public mintable;
    uint256 public burnt;
    mapping(string what => uint256) public did;
    /// wei that each request brought
    mapping(uint256 id => uint256) public tipOf;
    uint256 public steps;

    constructor(IEthML ethml_, OperatorStake stake_, address owner_, address[] memory miners_, address treasury) {
        ethml = ethml_;
        token = EthMLToken(address(ethml_.token()));
        stake = stake_;
        owner = owner_;
        miners = miners_;
        for (uint256 i; i < 3; ++i) {
            address person = address(uint160(0xbeef00 + i));
            people.push(person);
            vm.prank(treasury);
            token.transfer(person, 10_000e18);
            vm.prank(person);
            token.approve(address(ethml), type(uint256).max);
        }
        for (uint256 i; i < 5; ++i) {
            HostileRequester h = new HostileRequester(ethml_);
            h.setMode(HostileRequester.Mode(i + 1));
            _tellEntries(h, miners_[0]);
            hostiles.push(h);
            vm.prank(treasury);
            token.transfer(address(h), 10_000e18);
        }
    }

    /// @dev What it calls from inside its callbacks, when that is its way.
    function _tellEntries(HostileRequester h, address miner) private {
        uint256[] memory words = new uint256[](1);
        RequestOptions memory o;
        h.addCall(abi.encodeCall(ethml.requestPrediction, (1, POINT, 0)));
        h.addCall(abi.encodeCall(ethml.openBlock, ()));
        h.addCall(abi.encodeCall(ethml.claim, (miner)));
        h.addCall(abi.encodeCall(ethml.requestPredictions, (1, new string[](1), 0, o)));
        h.addCall(abi.encodeCall(ethml.commitSolution, (1, bytes32("another"), 0)));
        h.addCall(abi.encodeCall(ethml.closeCommit, (1)));
        h.addCall(abi.encodeCall(ethml.revealSolution, (1, miner, words, hex"00", bytes32("salt"))));
        h.addCall(abi.encodeCall(ethml.settle, (1, new Vector[](0))));
        h.addCall(abi.encodeCall(ethml.cancel, (1)));
        h.addCall(abi.encodeCall(ethml.expire, (1)));
        h.addCall(abi.encodeCall(ethml.retryCallback, (1)));
    }

    // ---------------------------------------------------------------- requesters

    function request(uint256 who, uint256 tip, uint256 modelSeed) external step {
        if (ethml.requestCount() >= MOST_REQUESTS || ethml.paused()) return;
        address person = people[who % people.length];
        tip = modelSeed % 3 == 0 ? 0 : tip % 50e18;
        vm.prank(person);
        uint256 id = ethml.requestPrediction(1 + modelSeed % 3, POINT, tip);
        tipOf[id] = tip;
        ++did["request"];
    }

    function requestHostile(uint256 who, uint256 tip, uint256 n, uint256 modelSeed) external step {
        n = 1 + n % 8;
        if (ethml.requestCount() + n > MOST_REQUESTS || ethml.paused()) return;
        string[] memory points = new string[](n);
        for (uint256 i; i < n; ++i) {
            points[i] = "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua";
        }
        RequestOptions memory o;
        o.expiresIn = uint32(1 + tip % 7_200);
        tip %= 5e18;
        // gas enough to do harm, and what it costs at most
        if (modelSeed % 2 == 0) {
            o.callbackGas = 400_000;
            tip += 300_000 * DEAREST_GAS;
        }
        uint256 first = hostiles[who % hostiles.length].requestMany(1 + modelSeed % 3, points, tip, o);
        for (uint256 i; i < n; ++i) {
            tipOf[first + i] = tip;
        }
        did["requestHostile"] += n;
    }

    function cancel(uint256 id) external step {
        id = _any(id);
        if (id == 0 || _status(id) != RequestStatus.Queued) return;
        address requester = ethml.getRequest(id).requester;
        vm.prank(requester);
        ethml.cancel(id);
        _checkEnd(id);
        ++did["cancel"];
    }

    function expire(uint256 id, uint256 by) external step {
        id = _any(id);
        if (id == 0) return;
        vm.prank(miners[by % miners.length]);
        try ethml.expire(id) {
            _checkEnd(id);
            ++did["expire"];
        } catch {}
    }

    function retry(uint256 id, uint256 mode) external step {
        id = _any(id);
        if (id == 0 || !ethml.getRequest(id).undelivered) return;
        HostileRequester h = HostileRequester(ethml.getRequest(id).requester);
        HostileRequester.Mode before = h.mode();
        if (mode % 2 == 0) h.setMode(HostileRequester.Mode.Accept);
        try ethml.retryCallback{gas: 2_000_000}(id) {
            ++did["retry"];
        } catch {}
        h.setMode(before);
    }

    // ---------------------------------------------------------------- miners

    /// @dev The next seats are taken, each by somebody of a kind of its own; one nonce is enough, as difficulty is 1 or eased.
    function commit(uint256 who, uint256 kinds, uint256 count) external step {
        for (uint256 i; i <= count % 5; ++i) {
            _commit(miners[(who % miners.length + i) % miners.length], kinds >> (i * 8));
        }
    }

    function _commit(address miner, uint256 seed) private {
        BlockView memory b = ethml.getBlock();
        if (b.phase != Phase.Commit || block.number <= b.openedAtBlock) return;
        if (ethml.isSeated(miner) || stake.stakeOf(miner) < b.parameters.minStake) return;
        Kind kind = _kind(seed);
        _votes[b.number][miner] = Vote(true, kind);
        (uint256[] memory words, bytes memory statuses) = _vector(kind, b.ids, miner);
        bytes32 resultHash = keccak256(abi.encode(words, statuses));
        bytes32 commitment = keccak256(abi.encode(b.challenge, miner, resultHash, bytes32("salt")));
        uint256 nonce;
        uint256 target = ethml.currentTarget();
        while (uint256(keccak256(abi.encodePacked(b.challenge, miner, nonce))) > target) ++nonce;
        vm.prank(miner);
        ethml.commitSolution(b.number, commitment, nonce);
        ++did["commit"];
    }

    function _kind(uint256 seed) private pure returns (Kind) {
        seed %= 16;
        if (seed < 10) return Kind.Honest;
        if (seed < 12) return Kind.Liar;
        if (seed < 13) return Kind.Lazy;
        if (seed < 14) return Kind.Failing;
        return Kind.Silent;
    }

    function _vector(Kind kind, uint256[] memory ids, address miner)
        private
        pure
        returns (uint256[] memory words, bytes memory statuses)
    {
        words = new uint256[](ids.length);
        statuses = new bytes(ids.length);
        for (uint256 j; j < ids.length; ++j) {
            (uint8 status, uint256 word) = _opinion(kind, ids[j], miner);
            words[j] = word;
            statuses[j] = bytes1(status);
        }
    }

    function _opinion(Kind kind, uint256 id, address miner) private pure returns (uint8 status, uint256 word) {
        if (kind == Kind.Lazy) return (4, 0);
        if (kind == Kind.Failing) return (id % 3 == 0 ? 1 : 3, 0);
        if (kind == Kind.Liar) return (0, 1_000 + uint256(uint160(miner)) % 7);
        return (0, id % 5);
    }

    function closeCommit(uint256) external step {
        BlockView memory b = ethml.getBlock();
        if (b.phase != Phase.Commit || b.seats < 3) return;
        if (block.timestamp < b.openedAt + b.parameters.commitWindow) return;
        ethml.closeCommit(b.number);
        ++did["closeCommit"];
    }

    function reveal(uint256 count, uint256 gasSeed) external step {
        Seat[] memory seats = ethml.getSeats();
        for (uint256 i; i < seats.length && i <= count % 5; ++i) {
            BlockView memory b = ethml.getBlock();
            Kind kind = _votes[b.number][seats[i].miner].kind;
            if (b.phase != Phase.Reveal || seats[i].revealed || kind == Kind.Silent) continue;
            if (block.timestamp >= b.revealEndsAt && block.number >= b.revealEndsAtBlock) continue;
            // sometimes with too little gas to settle; sometimes with just what the view says, which must do
            uint256 gas_ = gasSeed % 4 == 0 ? 600_000 : ethml.settleGas() + 250_000;
            (uint256[] memory words, bytes memory statuses) = _vector(kind, b.ids, seats[i].miner);
            ethml.revealSolution{gas: gas_}(b.number, seats[i].miner, words, statuses, bytes32("salt"));
            ++did["reveal"];
        }
    }

    /// @dev Whoever has a seat wants another one.
    function duplicate(uint256 who) external step {
        BlockView memory b = ethml.getBlock();
        address miner = miners[who % miners.length];
        if (b.phase != Phase.Commit || !ethml.isSeated(miner)) return;
        vm.prank(miner);
        try ethml.commitSolution(b.number, bytes32("another"), who) {
            broken = "two seats for one miner";
        } catch {
            ++did["duplicate"];
        }
    }

    /// @dev Comes when commits are closed, or reveals before they are, or after the window.
    function late(uint256 who) external step {
        BlockView memory b = ethml.getBlock();
        address miner = miners[who % miners.length];
        if (b.phase == Phase.Idle) return;
        if (b.phase == Phase.Reveal) {
            vm.prank(miner);
            try ethml.commitSolution(b.number, bytes32("late"), 0) {
                broken = "a seat after commits closed";
            } catch {
                ++did["late"];
            }
            if (block.timestamp < b.revealEndsAt || block.number < b.revealEndsAtBlock) return;
        }
        if (!ethml.isSeated(miner)) return;
        (uint256[] memory words, bytes memory statuses) = _vector(_votes[b.number][miner].kind, b.ids, miner);
        try ethml.revealSolution(b.number, miner, words, statuses, bytes32("salt")) {
            broken = "a reveal outside its window";
        } catch {
            ++did["late"];
        }
    }

    function settle(uint256) external step {
        BlockView memory b = ethml.getBlock();
        if (b.phase != Phase.Reveal) return;
        if (b.reveals < b.seats && (block.timestamp < b.revealEndsAt || block.number < b.revealEndsAtBlock)) return;
        ethml.settle(b.number, _vectors(b));
        ++did[b.reveals < 3 ? "void" : "settle"];
    }

    function _vectors(BlockView memory b) private view returns (Vector[] memory v) {
        Seat[] memory seats = ethml.getSeats();
        v = new Vector[](seats.length);
        uint256 n;
        for (uint256 i; i < seats.length; ++i) {
            if (!seats[i].revealed) continue;
            bool known;
            for (uint256 l; l < i; ++l) {
                known = known || (seats[l].revealed && seats[l].hash == seats[i].hash);
            }
            if (known) continue;
            (v[n].predictions, v[n].statuses) = _vector(_votes[b.number][seats[i].miner].kind, b.ids, seats[i].miner);
            ++n;
        }
        assembly ("memory-safe") {
            mstore(v, n)
        }
    }

    function openBlock(uint256) external step {
        if (ethml.getBlock().phase != Phase.Idle || ethml.paused() || ethml.openRequests() == 0) return;
        ethml.openBlock();
        ++did["openBlock"];
    }

    function claim(uint256 who) external step {
        address miner = miners[who % miners.length];
        try ethml.claim(miner) {
            ++did["claim"];
        } catch {}
    }

    function unstake(uint256 who, uint256 amount) external step {
        address miner = miners[who % miners.length];
        uint256 active = stake.stakeOf(miner);
        if (active == 0) return;
        vm.prank(miner);
        stake.requestUnstake(1 + amount % active);
    }

    function withdraw(uint256 who) external step {
        address miner = miners[who % miners.length];
        (uint256 amount, uint256 availableAt) = stake.unstakingOf(miner);
        if (amount == 0 || block.timestamp < availableAt) return;
        bool seated = ethml.isSeated(miner);
        vm.prank(miner);
        try stake.withdraw() {
            if (seated) broken = "stake of a seated miner left";
            ++did["withdraw"];
        } catch {
            if (!seated) broken = "withdraw refused";
        }
    }

    function restake(uint256 who) external step {
        address miner = miners[who % miners.length];
        uint256 balance = token.balanceOf(miner);
        if (balance == 0) return;
        vm.prank(miner);
        token.approve(address(stake), balance);
        vm.prank(miner);
        stake.stake(balance);
    }

    // ---------------------------------------------------------------- clock and owner

    function wait(uint256 seconds_, uint256 kind) external step {
        uint256 jump = kind % 8 == 0 ? seconds_ % 40 days : kind % 8 < 4 ? seconds_ % 400 : seconds_ % 20;
        vm.warp(block.timestamp + 1 + jump);
        vm.roll(block.number + 1 + jump / 12);
    }

    function changeParameters(uint256 seed) external step {
        Parameters memory p = ethml.parameters();
        p.commitWindow = uint32(20 + seed % 100);
        p.revealWindow = uint32(30 + (seed >> 8) % 200);
        p.revealBlocks = uint32(1 + (seed >> 16) % 60);
        p.settleBountyBps = uint16((seed >> 24) % 1_001);
        p.expireBountyBps = uint16((seed >> 40) % 1_001);
        p.minTipPerGas = uint64((seed >> 56) % DEAREST_GAS);
        p.secondsPerToken = uint32((seed >> 96) % 10_000);
        p.voidAllowance = uint96((seed >> 128) % 1e18);
        vm.prank(owner);
        ethml.setParameters(p);
        ++did["changeParameters"];
    }

    function pause(uint256 seed) external step {
        bool paused = ethml.paused();
        if (!paused && seed % 4 != 0) return;
        vm.prank(owner);
        if (paused) ethml.unpause();
        else ethml.pause();
    }

    function upgrade(uint256 seed) external step {
        if (seed % 8 != 0) return;
        EthML next = new EthML(EthMLExtension(EthML(address(ethml)).extension()));
        vm.prank(owner);
        UUPSUpgradeable(address(ethml)).upgradeToAndCall(address(next), "");
        ++did["upgrade"];
    }

    // ---------------------------------------------------------------- books

    function _checkHostiles() private {
        for (uint256 i; i < hostiles.length; ++i) {
            if (hostiles[i].reentered()) broken = "an entry ran inside a callback";
        }
    }

    /// @dev Looks at what a step ended: who answered it, and that nothing ended twice.
    modifier step() {
        uint256 supply = token.totalSupply() - token.mintedRewards();
        BlockView memory before = ethml.getBlock();
        _;
        burnt += supply - (token.totalSupply() - token.mintedRewards());
        BlockView memory b = ethml.getBlock();
        if (before.phase != Phase.Idle && (b.number != before.number || b.phase == Phase.Idle)) {
            mintable += 5 * 50e18;
            _checkHostiles();
            _checkAnswers(before);
            for (uint256 j; j < before.ids.length; ++j) {
                _checkEnd(before.ids[j]);
            }
        }
        ++steps;
        // and one that may have ended long ago
        uint256 count = ethml.requestCount();
        if (count != 0) _checkEnd(1 + (block.timestamp + block.number) % count);
    }

    function _checkAnswers(BlockView memory b) private {
        for (uint256 j; j < b.ids.length; ++j) {
            (RequestStatus status, uint256 word) = ethml.getPrediction(b.ids[j]);
            if (status != RequestStatus.Answered) continue;
            // a model with the median rule answers within its tolerance; the others by equal votes
            uint256 tolerance = ethml.getRequest(b.ids[j]).modelId == MEDIAN_MODEL ? TOLERANCE : 0;
            uint256 votes;
            for (uint256 i; i < miners.length; ++i) {
                Vote memory vote = _votes[b.number][miners[i]];
                if (!vote.seated || vote.kind == Kind.Silent) continue;
                (uint8 code, uint256 opinion) = _opinion(vote.kind, b.ids[j], miners[i]);
                uint256 off = opinion > word ? opinion - word : word - opinion;
                if (off <= tolerance && code == 0) ++votes;
            }
            if (votes < 3) broken = "an answer without three votes";
        }
    }

    function _checkEnd(uint256 id) private {
        (RequestStatus status, uint256 word) = ethml.getPrediction(id);
        RequestStatus known = endedAs[id];
        if (known != RequestStatus.Unknown) {
            if (status != known || word != endedWith[id]) broken = "an ended request changed";
        } else if (status >= RequestStatus.Answered) {
            endedAs[id] = status;
            endedWith[id] = word;
        } else if (status == RequestStatus.Unknown) {
            broken = "a request is unknown";
        }
    }

    function _any(uint256 seed) private view returns (uint256) {
        uint256 count = ethml.requestCount();
        return count == 0 ? 0 : 1 + seed % count;
    }

    function _status(uint256 id) private view returns (RequestStatus status) {
        (status,) = ethml.getPrediction(id);
    }

    function everybody() external view returns (address[] memory list) {
        list = new address[](miners.length + people.length + hostiles.length + 2);
        uint256 n;
        for (uint256 i; i < miners.length; ++i) {
            list[n++] = miners[i];
        }
        for (uint256 i; i < people.length; ++i) {
            list[n++] = people[i];
        }
        for (uint256 i; i < hostiles.length; ++i) {
            list[n++] = address(hostiles[i]);
        }
        list[n++] = address(this);
        list[n++] = address(0x9b11);
    }
}
