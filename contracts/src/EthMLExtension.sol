// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLBase} from "./EthMLBase.sol";
import {EthMLSettlement} from "./EthMLSettlement.sol";
import {IEthMLExtension} from "./interfaces/IEthML.sol";
import {EthMLViews} from "./EthMLViews.sol";
import {Parameters, Phase, RequestStatus, Vector} from "./interfaces/Types.sol";
import {ParameterBounds} from "./libraries/ParameterBounds.sol";
import {RequestQueue} from "./libraries/RequestQueue.sol";
import {RequestWord} from "./libraries/RequestWord.sol";

/// @title What the coordinator does seldom: mixed settlement, the other ends of a request, claims, and the owner's entries
/// @dev Runs by delegation from EthML, on the proxy's storage. Called directly it has a state of its own, in which nothing can happen.
contract EthMLExtension is IEthMLExtension, EthMLSettlement {
    /// @notice Where calls go that this contract does not answer itself.
    EthMLViews public immutable views;

    /// @param views_ Names token, registry and stake, so that the contracts cannot differ about them.
    constructor(EthMLViews views_) EthMLBase(views_.token(), views_.registry(), views_.operatorStake()) {
        views = views_;
    }

    fallback() external {
        _delegate(address(views));
    }

    /// @inheritdoc IEthMLExtension
    function initialize(address owner, uint64 difficulty, Parameters calldata parameters_) external initializer {
        if (_token.coordinator() != address(this)) {
            revert EthML_WrongWiring(address(_token), _token.coordinator());
        }
        if (_stake.coordinator() != address(this)) {
            revert EthML_WrongWiring(address(_stake), _stake.coordinator());
        }
        __Ownable_init(owner);
        if (difficulty < parameters_.minDifficulty || difficulty > MAX_DIFFICULTY) {
            revert EthML_BadParameter("difficulty", difficulty, parameters_.minDifficulty, MAX_DIFFICULTY);
        }
        ParameterBounds.check(parameters_);
        State storage s = _state();
        s.head.difficulty = uint56(difficulty);
        _adopt(s, parameters_, 0);
    }

    // ---------------------------------------------------------------- settlement

    /// @inheritdoc IEthMLExtension
    function settle(uint256 number, Vector[] calldata vectors) external outsideCallbacks {
        State storage s = _state();
        Head memory h = s.head;
        _requirePhase(h, number, Phase.Reveal);
        if (!_allRevealed(h) && !_windowOver(h)) {
            revert EthML_RevealWindowOpen(number, h.revealEndsAt, h.revealEndsBlock);
        }
        (Ballot[] memory ballots, uint256 reveals) = _ballots(s, h, vectors);
        Round memory r = _loadRound(s, h);
        if (reveals < DECIDING) _void(s, r, reveals);
        else _settle(s, r, ballots);
    }

    /// @dev Matches the vectors with the seats that revealed them. A void block needs none.
    function _ballots(State storage s, Head memory h, Vector[] calldata vectors)
        private
        view
        returns (Ballot[] memory ballots, uint256 reveals)
    {
        unchecked {
            uint256 missing = h.revealed;
            for (uint256 i; i < h.seats; ++i) {
                reveals += (missing >> i) & 1;
            }
            if (reveals < DECIDING && vectors.length == 0) return (ballots, reveals);
            ballots = new Ballot[](vectors.length);
            for (uint256 v; v < vectors.length; ++v) {
                Ballot memory ballot = ballots[v];
                uint256[] calldata words = vectors[v].predictions;
                bytes calldata statuses = vectors[v].statuses;
                bytes32 resultHash = keccak256(abi.encode(words, statuses));
                for (uint256 i; i < h.seats; ++i) {
                    if ((missing >> i) & 1 == 0 || s.hashes[i] != resultHash) continue;
                    ballot.seats |= 1 << i;
                    ++ballot.votes;
                }
                if (ballot.votes == 0) revert EthML_UnknownVector(v, resultHash);
                missing &= ~ballot.seats;
                uint256 offset;
                assembly ("memory-safe") {
                    offset := words.offset
                }
                ballot.words = offset;
                assembly ("memory-safe") {
                    offset := statuses.offset
                }
                ballot.statuses = offset;
            }
            for (uint256 i; i < h.seats; ++i) {
                if ((missing >> i) & 1 != 0) revert EthML_MissingVector(s.miners[i], s.hashes[i]);
            }
        }
    }

    // ---------------------------------------------------------------- requests

    /// @inheritdoc IEthMLExtension
    function cancel(uint256 id) external outsideCallbacks {
        State storage s = _state();
        Request storage request = _known(s, id);
        uint256 a = request.a;
        uint256 c = request.c;
        if (RequestWord.requester(a) != msg.sender) {
            revert EthML_NotRequester(id, msg.sender, RequestWord.requester(a));
        }
        if (!_waits(s, id, a, c)) revert EthML_NotQueued(id, uint8(_status(s, id, a, c)));
        RequestQueue.remove(s.queue, RequestWord.slot(c), RequestWord.position(a));
        --s.desk.queued;
        request.a = RequestWord.ended(a, RequestStatus.Cancelled, 0);
        emit RequestCancelled(id);
        _refund(request, a, c, 0);
    }

    /// @inheritdoc IEthMLExtension
    function expire(uint256 id) external outsideCallbacks {
        State storage s = _state();
        Request storage request = _known(s, id);
        uint256 a = request.a;
        uint256 c = request.c;
        RequestStatus status = RequestWord.status(a);
        if (status != RequestStatus.Queued) revert EthML_AlreadyEnded(id, uint8(status));
        Head memory h = s.head;
        Parameters storage p;
        if (_waits(s, id, a, c)) {
            p = s.parameters[s.desk.current];
            if (block.timestamp < RequestWord.expiry(c)) {
                revert EthML_NotExpired(id, RequestWord.expiry(c), block.timestamp);
            }
            RequestQueue.remove(s.queue, RequestWord.slot(c), RequestWord.position(a));
            --s.desk.queued;
        } else {
            p = _blockParameters(s, h);
            // once commits are closed, settlement is near and ends it; before, nobody has shown an answer yet
            uint256 from = type(uint256).max;
            if (_phase(h) == Phase.Commit) {
                from = uint256(h.openedAt) + p.maxCommitTime + 1;
                if (RequestWord.expiry(c) < from) from = RequestWord.expiry(c);
            }
            if (block.timestamp < from) revert EthML_NotExpired(id, from, block.timestamp);
        }
        a = RequestWord.ended(a, RequestStatus.Expired, EXPIRED);
        request.a = a;
        emit RequestExpired(id, msg.sender);
        uint256 bounty = RequestWord.tip(c) * p.expireBountyBps / BASIS;
        if (bounty != 0) _credit(s, msg.sender, 0, bounty);
        _refund(request, a, c, bounty);
        _setInsideCallbacks(true);
        _callBack(s, id, a, 0);
        _setInsideCallbacks(false);
    }

    /// @inheritdoc IEthMLExtension
    function retryCallback(uint256 id) external outsideCallbacks {
        State storage s = _state();
        Request storage request = s.requests[id];
        uint256 a = request.a;
        if (a & RequestWord.UNDELIVERED == 0) revert EthML_NothingToDeliver(id);
        request.a = a & ~RequestWord.UNDELIVERED;
        emit CallbackDelivered(id);
        uint256 least = RequestWord.callbackGas(a);
        // everything that is left, but for what goes unused around a callback
        uint256 most = gasleft() - gasleft() / 10;
        _setInsideCallbacks(true);
        if (!_deliver(id, a, request.c, most > least ? most : least)) {
            revert EthML_CallbackReverted(id);
        }
        _setInsideCallbacks(false);
    }

    /// @inheritdoc IEthMLExtension
    function claim(address account) external outsideCallbacks returns (uint256 minted, uint256 tips) {
        Account storage rewards = _state().accounts[account];
        (minted, tips) = (rewards.minted, rewards.tips);
        if (minted == 0 && tips == 0) revert EthML_NothingToClaim(account);
        (rewards.minted, rewards.tips) = (0, 0);
        emit RewardsClaimed(account, minted, tips);
        if (minted != 0) _token.mint(account, minted);
        if (tips != 0) _token.transfer(account, tips);
    }

    // ---------------------------------------------------------------- owner

    /// @inheritdoc IEthMLExtension
    function setParameters(Parameters calldata parameters_) external onlyOwner {
        ParameterBounds.check(parameters_);
        State storage s = _state();
        Head memory h = s.head;
        uint8 current = s.desk.current;
        // the open block keeps its set; changing twice while it runs overwrites the set it does not use
        if (_count(h) != 0 && h.size >> 7 == current) current ^= 1;
        _adopt(s, parameters_, current);
    }

    function _adopt(State storage s, Parameters calldata p, uint8 current) private {
        s.parameters[current] = p;
        s.paces[current] = Pace({
            commitWindow: uint24(p.commitWindow),
            revealWindow: uint24(p.revealWindow),
            revealBlocks: uint16(p.revealBlocks),
            targetCommitTime: uint24(p.targetCommitTime),
            minStake: uint96(p.minStake),
            minDifficulty: uint56(p.minDifficulty)
        });
        Desk storage desk = s.desk;
        desk.current = current;
        desk.defaultExpiry = p.defaultExpiry;
        desk.maxHeadStart = p.maxHeadStart;
        desk.secondsPerToken = p.secondsPerToken;
        desk.kilogas = uint16(p.callbackGas / 1000);
        desk.backlogTip = uint64(p.backlogTip);
        emit ParametersChanged(p);
    }

    /// @inheritdoc IEthMLExtension
    function pause() external onlyOwner {
        Desk storage desk = _state().desk;
        if (desk.paused) revert EthML_Paused();
        desk.paused = true;
        emit Paused(msg.sender);
    }

    /// @inheritdoc IEthMLExtension
    function unpause() external onlyOwner {
        Desk storage desk = _state().desk;
        if (!desk.paused) revert EthML_NotPaused();
        desk.paused = false;
        emit Unpaused(msg.sender);
    }
}
