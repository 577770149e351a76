// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import {IEthMLEvents} from "./interfaces/IEthMLEvents.sol";
import {IEthMLToken} from "./interfaces/IEthMLToken.sol";
import {IModelRegistry} from "./interfaces/IModelRegistry.sol";
import {IOperatorStake} from "./interfaces/IOperatorStake.sol";
import {Parameters, Phase, RequestStatus} from "./interfaces/Types.sol";
import {RequestQueue} from "./libraries/RequestQueue.sol";
import {RequestWord} from "./libraries/RequestWord.sol";

/// @title State that the coordinator and its extension share
/// @dev Both run on the proxy's storage: the proxy delegates to EthML, which delegates what it lacks to EthMLExtension.
abstract contract EthMLBase is IEthMLEvents, Ownable2StepUpgradeable {
    /// @dev One slot: the head of the virtual chain and the open block. Idle when size is 0.
    struct Head {
        uint32 number;
        uint40 openedAt;
        /// 0 in the commit phase
        uint40 revealEndsAt;
        uint32 openedBlock;
        uint32 revealEndsBlock;
        uint56 difficulty;
        /// requests in the low 7 bits; the top bit says which parameters the block runs under
        uint8 size;
        uint8 seats;
        /// one bit for each seat that has revealed
        uint8 revealed;
    }

    /// @dev One slot: what a request reads and writes, with copies of the parameters that every request needs.
    struct Desk {
        uint32 lastId;
        /// waiting in the queue, cancelled ones not counted
        uint32 queued;
        /// which of the two sets of parameters the next block uses
        uint8 current;
        bool paused;
        uint32 defaultExpiry;
        uint32 maxHeadStart;
        uint32 secondsPerToken;
        /// default callback gas, thousands
        uint16 kilogas;
        uint64 backlogTip;
    }

    struct Request {
        /// see RequestWord
        uint256 a;
        bytes32 digest;
        /// see RequestWord; the prediction once answered
        uint256 c;
    }

    /// @dev One slot. An operator, a publisher or a settler: all earn here.
    struct Account {
        uint104 minted;
        uint104 tips;
        /// last block it took a seat in
        uint32 number;
        uint8 seat;
    }

    struct Offence {
        uint32 lastNumber;
        uint8 count;
    }

    /// @dev One slot: the parameters that every block reads.
    struct Pace {
        uint24 commitWindow;
        uint24 revealWindow;
        uint16 revealBlocks;
        uint24 targetCommitTime;
        uint96 minStake;
        uint56 minDifficulty;
    }

    /// @custom:storage-location erc7201:ethml.storage.EthML
    struct State {
        Head head;
        Desk desk;
        bytes32 parentHash;
        bytes32 challenge;
        /// eight to a word, in service order
        uint256[4] ids;
        /// reused from block to block, so that seats are never cold zeros
        address[5] miners;
        /// commitments, result hashes once revealed
        bytes32[5] hashes;
        /// two sets, so that the open block keeps its own when the owner changes them
        Pace[2] paces;
        Parameters[2] parameters;
        RequestQueue.Queue queue;
        mapping(uint256 id => Request) requests;
        mapping(address account => Account) accounts;
        mapping(address miner => Offence) offences;
    }

    uint256 internal constant MAX_IDS = 32;
    uint256 internal constant ALL_SEATS = 5;
    uint256 internal constant DECIDING = 3;
    uint256 internal constant MAX_DIFFICULTY = type(uint56).max;

    /// of Head.size; the bit above says which parameters
    uint8 internal constant COUNT_BITS = 0x7f;

    // keccak256(abi.encode(uint256(keccak256("ethml.storage.EthML")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STATE = 0x053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567300;
    // keccak256("ethml.callbacks"), in transient storage
    bytes32 private constant CALLBACKS = 0xd68fc88ada274b4b9b3f818442ac67be1d30787c24f0f03c33813f52ad8db047;

    IEthMLToken internal immutable _token;
    IModelRegistry internal immutable _registry;
    IOperatorStake internal immutable _stake;

    /// @dev No state-changing entry runs while callbacks do.
    modifier outsideCallbacks() {
        _requireOutsideCallbacks();
        _;
    }

    constructor(IEthMLToken token_, IModelRegistry registry_, IOperatorStake stake_) {
        _token = token_;
        _registry = registry_;
        _stake = stake_;
        _disableInitializers();
    }

    function acceptOwnership() public override outsideCallbacks {
        super.acceptOwnership();
    }

    /// @dev Guards every owner's entry, upgrades included, against callbacks too.
    function _checkOwner() internal view override outsideCallbacks {
        super._checkOwner();
    }

    function _requireOutsideCallbacks() internal view {
        bool inside;
        assembly ("memory-safe") {
            inside := tload(CALLBACKS)
        }
        if (inside) revert EthML_Reentered();
    }

    function _setInsideCallbacks(bool inside) internal {
        assembly ("memory-safe") {
            tstore(CALLBACKS, inside)
        }
    }

    function _state() internal pure returns (State storage s) {
        assembly ("memory-safe") {
            s.slot := STATE
        }
    }

    function _count(Head memory h) internal pure returns (uint256) {
        return h.size & COUNT_BITS;
    }

    function _phase(Head memory h) internal pure returns (Phase) {
        if (_count(h) == 0) return Phase.Idle;
        return h.revealEndsAt == 0 ? Phase.Commit : Phase.Reveal;
    }

    function _requirePhase(Head memory h, uint256 number, Phase phase) internal pure {
        if (h.number != number) revert EthML_WrongBlock(number, h.number);
        if (_phase(h) != phase) revert EthML_WrongPhase(number, uint8(_phase(h)));
    }

    // Solidity writes a packed struct field by field, each with a read and a write of the slot; these write it once.

    function _saveHead(State storage s, Head memory h) internal {
        uint256 word = uint256(h.number) | (uint256(h.openedAt) << 32) | (uint256(h.revealEndsAt) << 72)
            | (uint256(h.openedBlock) << 112) | (uint256(h.revealEndsBlock) << 144) | (uint256(h.difficulty) << 176)
            | (uint256(h.size) << 232) | (uint256(h.seats) << 240) | (uint256(h.revealed) << 248);
        Head storage head = s.head;
        assembly ("memory-safe") {
            sstore(head.slot, word)
        }
    }

    /// @dev Saves a head of which nothing but `revealed` has changed.
    function _saveRevealed(State storage s, Head memory h) internal {
        Head storage head = s.head;
        uint256 revealed = h.revealed;
        assembly ("memory-safe") {
            sstore(head.slot, or(sload(head.slot), shl(248, revealed)))
        }
    }

    /// @dev Only the counts; the parameters in that slot stay what they are.
    function _saveCounts(State storage s, Desk memory desk) internal {
        uint256 counts = uint256(desk.lastId) | (uint256(desk.queued) << 32);
        Desk storage place = s.desk;
        assembly ("memory-safe") {
            sstore(place.slot, or(shl(64, shr(64, sload(place.slot))), counts))
        }
    }

    /// @dev Adds to both pots of an account.
    function _credit(State storage s, address account, uint256 minted, uint256 tips) internal {
        // 2^104 wei are 2 * 10^13 EML, a hundred thousand times what will ever exist: the pots cannot run into each other
        Account storage rewards = s.accounts[account];
        assembly ("memory-safe") {
            sstore(rewards.slot, add(sload(rewards.slot), or(minted, shl(104, tips))))
        }
    }

    /// @dev Seats an account, keeping its pots; reverts when it has a seat in this block already.
    function _seat(State storage s, address miner, uint256 number, uint256 seat) internal {
        Account storage account = s.accounts[miner];
        uint256 word;
        assembly ("memory-safe") {
            word := sload(account.slot)
        }
        if (uint32(word >> 208) == number) revert EthML_SeatTaken(number, miner);
        word = (word & type(uint208).max) | (number << 208) | (seat << 240);
        assembly ("memory-safe") {
            sstore(account.slot, word)
        }
    }

    /// @dev What every block reads of the parameters it runs under.
    function _pace(State storage s, Head memory h) internal view returns (Pace storage) {
        return s.paces[h.size >> 7];
    }

    /// @dev The parameters the open block runs under.
    function _blockParameters(State storage s, Head memory h) internal view returns (Parameters storage) {
        return s.parameters[h.size >> 7];
    }

    function _allRevealed(Head memory h) internal pure returns (bool) {
        return h.revealed == (1 << h.seats) - 1;
    }

    function _windowOver(Head memory h) internal view returns (bool) {
        return block.timestamp >= h.revealEndsAt && block.number >= h.revealEndsBlock;
    }

    function _loadIds(State storage s, uint256 count) internal view returns (uint256[] memory ids) {
        unchecked {
            ids = new uint256[](count);
            uint256 word;
            for (uint256 i; i < count; ++i) {
                if (i & 7 == 0) word = s.ids[i >> 3];
                ids[i] = uint32(word >> ((i & 7) << 5));
            }
        }
    }

    function _hashWords(uint256[] memory words) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(add(words, 32), shl(5, mload(words)))
        }
    }

    /// @dev In memory an address is a word too.
    function _hashAddresses(address[] memory addresses) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(add(addresses, 32), shl(5, mload(addresses)))
        }
    }

    /// @dev Opens a block with these requests; the caller stores `h`.
    function _openWith(State storage s, Head memory h, Desk memory desk, uint256[] memory ids) internal {
        unchecked {
            uint256 count = ids.length;
            for (uint256 i; i < count;) {
                uint256 word;
                uint256 place = i >> 3;
                do {
                    word |= ids[i] << ((i & 7) << 5);
                    ++i;
                } while (i < count && i & 7 != 0);
                s.ids[place] = word;
            }
            ++h.number;
            h.openedAt = uint40(block.timestamp);
            h.openedBlock = uint32(block.number);
            h.revealEndsAt = 0;
            h.revealEndsBlock = 0;
            h.size = uint8(count) | (desk.current << 7);
            h.seats = 0;
            h.revealed = 0;
            bytes32 parentHash = s.parentHash;
            // Time and randomness tell this Ethereum block from one that a reorganisation puts in its place, in which the same
            // ids may ask something else: what was committed to there must not count here.
            bytes32 challenge = keccak256(
                abi.encode(
                    block.chainid,
                    address(this),
                    parentHash,
                    uint256(h.number),
                    _hashWords(ids),
                    blockhash(block.number - 1),
                    block.timestamp,
                    block.prevrandao
                )
            );
            s.challenge = challenge;
            uint256 commitWindow = s.paces[desk.current].commitWindow;
            emit BlockOpened(h.number, challenge, parentHash, h.difficulty, commitWindow, ids);
        }
    }

    /// @dev Opens a block with whoever waits, if anybody does; the caller stores `h` and `desk`.
    function _openFromQueue(State storage s, Head memory h, Desk memory desk) internal returns (bool opened) {
        if (desk.paused || desk.queued == 0) return false;
        uint256[] memory ids = RequestQueue.pop(s.queue, MAX_IDS, block.timestamp >> 4);
        if (ids.length == 0) return false;
        unchecked {
            desk.queued -= uint32(ids.length);
        }
        _openWith(s, h, desk, ids);
        return true;
    }

    function _known(State storage s, uint256 id) internal view returns (Request storage request) {
        request = s.requests[id];
        if (request.a == 0) revert EthML_UnknownRequest(id);
    }

    function _waits(State storage s, uint256 id, uint256 a, uint256 c) internal view returns (bool) {
        return RequestWord.status(a) == RequestStatus.Queued
            && RequestQueue.contains(s.queue, RequestWord.slot(c), RequestWord.position(a), id);
    }

    /// @dev What the storage calls Queued is Assigned once it has left the queue.
    function _status(State storage s, uint256 id, uint256 a, uint256 c) internal view returns (RequestStatus status) {
        status = RequestWord.status(a);
        if (status == RequestStatus.Queued && !_waits(s, id, a, c)) status = RequestStatus.Assigned;
    }

    /// @dev Goes on in another contract, with the same storage, caller and calldata; returns or reverts with what it does.
    function _delegate(address to) internal {
        assembly ("memory-safe") {
            let data := mload(0x40)
            calldatacopy(data, 0, calldatasize())
            let ok := delegatecall(gas(), to, data, calldatasize(), 0, 0)
            returndatacopy(data, 0, returndatasize())
            switch ok
            case 0 { revert(data, returndatasize()) }
            default { return(data, returndatasize()) }
        }
    }
}
