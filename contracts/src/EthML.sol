// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {EthMLBase} from "./EthMLBase.sol";
import {EthMLSettlement} from "./EthMLSettlement.sol";
import {IEthMLMain} from "./interfaces/IEthML.sol";
import {Parameters, Permit, Phase, RequestOptions} from "./interfaces/Types.sol";
import {EthMLExtension} from "./EthMLExtension.sol";
import {Cid} from "./libraries/Cid.sol";
import {RequestQueue} from "./libraries/RequestQueue.sol";
import {RequestWord} from "./libraries/RequestWord.sol";
import {Rules} from "./libraries/Rules.sol";

/// @title EthML, the coordinator
/// @notice Takes requests, runs the virtual chain of blocks that answers them, and calls back. Deployed behind an ERC-1967 proxy; what
/// happens seldom, and every view, is in EthMLExtension, to which the fallback delegates.
contract EthML is IEthMLMain, EthMLSettlement, UUPSUpgradeable {
    /// @dev What the requests of one call share.
    struct Terms {
        uint256 modelId;
        uint256 tip;
        uint256 kilogas;
        uint256 expiry;
        uint256 slot;
        bool median;
    }

    uint8 private constant RULE_MEDIAN = 1;

    /// @notice Where calls go that this contract does not answer itself.
    address public immutable extension;

    /// @param extension_ Names token, registry and stake, so that the two contracts cannot differ about them.
    constructor(EthMLExtension extension_)
        EthMLBase(extension_.views().token(), extension_.views().registry(), extension_.views().operatorStake())
    {
        extension = address(extension_);
    }

    /// @dev The extension sees the same storage, caller and immutables.
    fallback() external {
        _delegate(extension);
    }

    // ---------------------------------------------------------------- requests

    /// @inheritdoc IEthMLMain
    function requestPrediction(uint256 modelId, string calldata dataPoint, uint256 tip)
        external
        outsideCallbacks
        returns (uint256 id)
    {
        State storage s = _state();
        Desk memory desk = s.desk;
        Terms memory t = _terms(s, desk, modelId, tip, 0, 0, 1);
        if (s.head.size & COUNT_BITS != 0) {
            id = _store(s, desk, t, dataPoint, false);
        } else {
            Head memory h = s.head;
            bool direct = desk.queued == 0;
            id = _store(s, desk, t, dataPoint, direct);
            if (direct) {
                uint256[] memory ids = new uint256[](1);
                ids[0] = id;
                _openWith(s, h, desk, ids);
                _saveHead(s, h);
            } else if (_openFromQueue(s, h, desk)) {
                _saveHead(s, h);
            }
        }
        _saveCounts(s, desk);
    }

    /// @inheritdoc IEthMLMain
    function requestPredictions(
        uint256 modelId,
        string[] calldata dataPoints,
        uint256 tip,
        RequestOptions calldata options
    ) external outsideCallbacks returns (uint256 firstId) {
        if (dataPoints.length == 0) revert EthML_NoDataPoints();
        _permit(options.permit);
        State storage s = _state();
        Desk memory desk = s.desk;
        uint256 longest = s.parameters[desk.current].maxExpiry;
        if (options.expiresIn > longest) revert EthML_ExpiryTooLong(options.expiresIn, longest);
        Terms memory t = _terms(s, desk, modelId, tip, options.callbackGas, options.expiresIn, dataPoints.length);
        firstId = uint256(desk.lastId) + 1;
        for (uint256 i; i < dataPoints.length; ++i) {
            _store(s, desk, t, dataPoints[i], false);
        }
        Head memory h = s.head;
        if (_count(h) == 0 && _openFromQueue(s, h, desk)) _saveHead(s, h);
        _saveCounts(s, desk);
    }

    /// @dev Checks what the requests of a call share, and takes their tips.
    function _terms(
        State storage s,
        Desk memory desk,
        uint256 modelId,
        uint256 tip,
        uint256 callbackGas,
        uint256 expiresIn,
        uint256 count
    ) private returns (Terms memory t) {
        if (desk.paused) revert EthML_Paused();
        {
            (address publisher,, uint8 rule, bool deprecated) = _registry.terms(modelId);
            if (publisher == address(0)) revert EthML_UnknownModel(modelId);
            if (deprecated) revert EthML_DeprecatedModel(modelId);
            t.median = rule == RULE_MEDIAN;
        }
        if (tip > type(uint96).max) revert EthML_TipTooHigh(tip, type(uint96).max);
        uint256 minimum = Rules.backlogTip(desk.backlogTip, desk.queued);
        t.kilogas = desk.kilogas;
        if (callbackGas != 0) {
            Parameters storage p = s.parameters[desk.current];
            if (callbackGas > p.maxCallbackGas) revert EthML_CallbackGasTooHigh(callbackGas, p.maxCallbackGas);
            t.kilogas = (callbackGas + 999) / 1000;
            uint256 gasTip = _gasTip(p, t.kilogas * 1000);
            if (gasTip > minimum) minimum = gasTip;
        }
        if (tip < minimum) revert EthML_TipTooLow(tip, minimum);
        t.modelId = modelId;
        t.tip = tip;
        t.expiry = block.timestamp + (expiresIn == 0 ? desk.defaultExpiry : expiresIn);
        t.slot = Rules.slot(block.timestamp, tip, desk.secondsPerToken, desk.maxHeadStart);
        // EML returns true or reverts
        if (tip != 0) _token.transferFrom(msg.sender, address(this), tip * count);
    }

    function _store(State storage s, Desk memory desk, Terms memory t, string calldata dataPoint, bool direct)
        private
        returns (uint256 id)
    {
        (uint256 codec, bytes32 digest) = Cid.parse(dataPoint);
        id = ++desk.lastId;
        uint256 position;
        if (!direct) {
            position = RequestQueue.push(s.queue, t.slot, id);
            ++desk.queued;
        }
        Request storage request = s.requests[id];
        request.a = RequestWord.packA(msg.sender, codec, t.median, t.modelId, t.kilogas, position);
        request.digest = digest;
        request.c = RequestWord.packC(t.tip, block.timestamp, t.expiry, t.slot);
        emit ReceivedRequest(id, dataPoint, t.tip);
        emit RequestQueued(id, msg.sender, t.modelId, t.slot, t.kilogas * 1000, t.expiry);
    }

    /// @dev A permit that fails is ignored: it may have been used already by whoever saw it, and the transfer decides anyway.
    function _permit(Permit calldata permit) private {
        if (permit.v == 0) return;
        try _token.permit(msg.sender, address(this), permit.value, permit.deadline, permit.v, permit.r, permit.s) {}
            catch {}
    }

    // ---------------------------------------------------------------- blocks

    /// @inheritdoc IEthMLMain
    function openBlock() external outsideCallbacks {
        State storage s = _state();
        Head memory h = s.head;
        if (_count(h) != 0) revert EthML_BlockInProgress(h.number);
        Desk memory desk = s.desk;
        if (desk.paused) revert EthML_Paused();
        if (desk.queued == 0) revert EthML_NothingToOpen();
        // finding nobody is progress too: what was inspected is gone
        if (_openFromQueue(s, h, desk)) {
            _saveHead(s, h);
            _saveCounts(s, desk);
        }
    }

    /// @inheritdoc IEthMLMain
    function commitSolution(uint256 number, bytes32 commitment, uint256 nonce) external outsideCallbacks {
        State storage s = _state();
        Head memory h = s.head;
        _requirePhase(h, number, Phase.Commit);
        if (block.number <= h.openedBlock) revert EthML_TooEarly(number, h.openedBlock);
        if (commitment == 0) revert EthML_ZeroCommitment();
        uint256 seat = h.seats;
        _seat(s, msg.sender, number, seat);
        Pace storage pace = _pace(s, h);
        unchecked {
            uint256 limit = Rules.target(h.difficulty, block.timestamp - h.openedAt, pace.commitWindow);
            uint256 work = Rules.workHash(s.challenge, msg.sender, nonce);
            if (work > limit) revert EthML_InsufficientWork(work, limit);
            uint256 minimum = pace.minStake;
            uint256 stake = _stake.stakeOf(msg.sender);
            if (stake < minimum) revert EthML_InsufficientStake(msg.sender, stake, minimum);
            h.seats = uint8(seat + 1);
        }
        s.miners[seat] = msg.sender;
        s.hashes[seat] = commitment;
        emit SolutionCommitted(number, msg.sender, seat, commitment);
        if (h.seats == ALL_SEATS) _closeCommit(h, pace);
        _saveHead(s, h);
    }

    /// @inheritdoc IEthMLMain
    function closeCommit(uint256 number) external outsideCallbacks {
        State storage s = _state();
        Head memory h = s.head;
        _requirePhase(h, number, Phase.Commit);
        Pace storage pace = _pace(s, h);
        uint256 closesAt = uint256(h.openedAt) + pace.commitWindow;
        if (block.timestamp < closesAt) revert EthML_CommitWindowOpen(closesAt, block.timestamp);
        if (h.seats < DECIDING) revert EthML_TooFewSeats(h.seats, DECIDING);
        _closeCommit(h, pace);
        _saveHead(s, h);
    }

    function _closeCommit(Head memory h, Pace storage pace) private {
        unchecked {
            h.revealEndsAt = uint40(block.timestamp + pace.revealWindow);
            h.revealEndsBlock = uint32(block.number + pace.revealBlocks);
            emit CommitClosed(h.number, h.seats);
        }
    }

    /// @inheritdoc IEthMLMain
    function revealSolution(
        uint256 number,
        address miner,
        uint256[] calldata predictions,
        bytes calldata statuses,
        bytes32 salt
    ) external outsideCallbacks {
        State storage s = _state();
        Head memory h = s.head;
        _requirePhase(h, number, Phase.Reveal);
        if (_windowOver(h)) revert EthML_RevealWindowOver(number, h.revealEndsAt, h.revealEndsBlock);
        _checkVector(predictions, statuses, _count(h));
        uint256 seat;
        {
            Account storage account = s.accounts[miner];
            seat = account.seat;
            if (account.number != number) revert EthML_NotSeated(number, miner);
        }
        uint256 bit = 1 << seat;
        if (h.revealed & bit != 0) revert EthML_AlreadyRevealed(number, miner);
        // hashed and logged alike
        bytes memory vector = abi.encode(predictions, statuses);
        bytes32 resultHash = keccak256(vector);
        bytes32 commitment = Rules.commitment(s.challenge, miner, resultHash, salt);
        if (commitment != s.hashes[seat]) revert EthML_WrongOpening(number, miner, commitment);
        s.hashes[seat] = resultHash;
        h.revealed |= uint8(bit);
        _emitRevealed(number, miner, vector);
        if (!_allRevealed(h) || !_settleAgreed(s, h, resultHash, predictions, statuses)) _saveRevealed(s, h);
    }

    /// @dev emit SolutionRevealed(number, miner, predictions, statuses), of what is encoded already.
    function _emitRevealed(uint256 block_, address miner, bytes memory encoded) private {
        bytes32 topic = SolutionRevealed.selector;
        assembly ("memory-safe") {
            log3(add(encoded, 32), mload(encoded), topic, block_, miner)
        }
    }

    /// @dev Settles when every seat revealed the same vector and enough gas is left; false when not.
    function _settleAgreed(
        State storage s,
        Head memory h,
        bytes32 resultHash,
        uint256[] calldata predictions,
        bytes calldata statuses
    ) private returns (bool) {
        unchecked {
            uint256 seats = h.seats;
            for (uint256 i; i < seats; ++i) {
                if (s.hashes[i] != resultHash) return false;
            }
            Round memory r = _loadRound(s, h);
            uint256 undecided;
            for (uint256 j; j < r.ids.length; ++j) {
                if (uint8(statuses[j]) == MODEL_UNAVAILABLE) ++undecided;
            }
            if (gasleft() < _settleGas(s.desk.queued, r.metas, undecided)) return false;
            Ballot[] memory ballots = new Ballot[](1);
            ballots[0].seats = h.revealed;
            ballots[0].votes = h.seats;
            uint256 words;
            uint256 bytes_;
            assembly ("memory-safe") {
                words := predictions.offset
                bytes_ := statuses.offset
            }
            ballots[0].words = words;
            ballots[0].statuses = bytes_;
            _settle(s, r, ballots);
            return true;
        }
    }

    /// @dev A status is 0 to 4; a word with a status other than 0 is 0.
    function _checkVector(uint256[] calldata predictions, bytes calldata statuses, uint256 count) private pure {
        if (predictions.length != count || statuses.length != count) {
            revert EthML_WrongLength(predictions.length, statuses.length, count);
        }
        unchecked {
            // a block has at most 32 requests: one word holds all statuses
            uint256 all;
            assembly ("memory-safe") {
                all := shr(sub(256, shl(3, count)), calldataload(statuses.offset))
            }
            if (all == 0) return;
            for (uint256 i; i < count; ++i) {
                uint8 status = uint8(statuses[i]);
                if (status > MODEL_UNAVAILABLE || (status != OK && predictions[i] != 0)) {
                    revert EthML_MalformedVote(i, status, predictions[i]);
                }
            }
        }
    }

    /// @dev Only the owner upgrades, and not from inside a callback.
    function _authorizeUpgrade(address) internal view override onlyOwner {}
}
