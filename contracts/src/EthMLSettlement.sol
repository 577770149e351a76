// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLBase} from "./EthMLBase.sol";
import {IPredictionCallback} from "./interfaces/IPredictionCallback.sol";
import {Parameters, RequestStatus} from "./interfaces/Types.sol";
import {RequestQueue} from "./libraries/RequestQueue.sol";
import {RequestWord} from "./libraries/RequestWord.sol";
import {Rules} from "./libraries/Rules.sol";

/// @title How a block ends
/// @dev Compiled into both contracts: the coordinator settles agreed blocks in their last reveal, the extension all others.
abstract contract EthMLSettlement is EthMLBase {
    /// @dev One distinct vector, by where it lies in calldata, and the seats that revealed it.
    struct Ballot {
        uint256 words;
        uint256 statuses;
        uint256 seats;
        uint256 votes;
    }

    struct Round {
        Head head;
        /// how many went back to the queue
        uint256 requeued;
        uint256[] ids;
        /// packed words of the requests; at the end those to call back, 0 for none
        uint256[] metas;
        /// the outcome
        uint256[] words;
        bytes statuses;
        address[] miners;
        /// requests answered
        uint256 answered;
        /// of these, the ones that every revealed seat agreed with, and the tips each seat earned by them, wei
        uint256 agreedByAll;
        uint256 payOfAll;
        /// the others that each seat agreed with, and the tips it earned by them
        uint256[5] agreed;
        uint256[5] pay;
        /// the settler's, wei
        uint256 bounty;
        /// one bit for each seat with a word in the minority
        uint256 dissenters;
    }

    uint8 internal constant OK = 0;
    uint8 internal constant MODEL_UNAVAILABLE = 4;
    uint8 internal constant NO_CONSENSUS = 5;
    uint8 internal constant EXPIRED = 6;
    /// outcome statuses besides 0 to 3
    uint8 private constant UNDECIDED = 5;
    uint8 private constant SKIPPED = 6;

    uint8 private constant NEVER_REVEALED = 0;
    uint8 private constant DISSENT = 1;

    uint256 internal constant BASIS = 10_000;
    uint256 private constant OFFENCE_MEMORY = 1_000;
    /// Gas around a callback, besides its own: the call, its record when it fails.
    uint256 private constant CALL_MARGIN = 8_000;

    // ---------------------------------------------------------------- the round

    function _loadRound(State storage s, Head memory h) internal view returns (Round memory r) {
        unchecked {
            uint256 count = _count(h);
            r.head = h;
            r.ids = _loadIds(s, count);
            r.metas = new uint256[](count);
            for (uint256 j; j < count; ++j) {
                r.metas[j] = s.requests[r.ids[j]].a;
            }
        }
    }

    /// @dev Decides every request, pays, slashes, opens the next block, then calls back.
    function _settle(State storage s, Round memory r, Ballot[] memory ballots) internal {
        unchecked {
            Head memory h = r.head;
            Parameters storage p = _blockParameters(s, h);
            _loadMiners(s, r);
            uint256 count = r.ids.length;
            r.words = new uint256[](count);
            r.statuses = new bytes(count);
            for (uint256 j; j < count; ++j) {
                _settleRequest(s, p, r, ballots, j);
            }
            _payMiners(s, r);
            _slashSilent(s, p, r, 0);
            _slashDissenters(p, r);

            bytes32 outcomeHash = keccak256(abi.encode(r.words, r.statuses));
            (bytes32 hash, bytes32 parentHash) = _chain(s, r, outcomeHash);
            Pace storage pace = _pace(s, h);
            h.difficulty = uint56(
                Rules.retarget(
                    h.difficulty,
                    h.revealEndsAt - pace.revealWindow - h.openedAt,
                    pace.targetCommitTime,
                    pace.minDifficulty,
                    MAX_DIFFICULTY
                )
            );
            emit BlockSettled(h.number, hash, parentHash, h.difficulty, r.words, r.statuses);
            _next(s, r);
        }
    }

    /// @dev Ends a block with too few reveals: nobody is paid but what the silent lose, everything goes back to the queue.
    function _void(State storage s, Round memory r, uint256 reveals) internal {
        unchecked {
            Head memory h = r.head;
            Parameters storage p = _blockParameters(s, h);
            _loadMiners(s, r);
            uint256 count = r.ids.length;
            for (uint256 j; j < count; ++j) {
                uint256 a = r.metas[j];
                r.metas[j] = 0;
                if (RequestWord.status(a) != RequestStatus.Queued) continue;
                Request storage request = s.requests[r.ids[j]];
                uint256 c = request.c;
                if (block.timestamp >= RequestWord.expiry(c)) {
                    r.metas[j] = _expireInRound(request, r.ids[j], a, c);
                } else {
                    _requeue(s, r, request, r.ids[j], a, c, true);
                }
            }
            uint256 kept = _slashSilent(s, p, r, reveals * p.voidAllowance);
            if (kept != 0) {
                // at least one revealed, else nothing is kept; the first takes the remainder
                uint256 share = kept / reveals;
                uint256 rest = kept % reveals;
                for (uint256 i; i < h.seats; ++i) {
                    if ((h.revealed >> i) & 1 == 0) continue;
                    _credit(s, r.miners[i], 0, share + rest);
                    rest = 0;
                }
            }
            (bytes32 hash, bytes32 parentHash) = _chain(s, r, bytes32(0));
            emit BlockVoided(h.number, hash, parentHash, reveals);
            r.words = new uint256[](count);
            _next(s, r);
        }
    }

    // ---------------------------------------------------------------- one request

    function _settleRequest(State storage s, Parameters storage p, Round memory r, Ballot[] memory ballots, uint256 j)
        private
    {
        unchecked {
            uint256 a = r.metas[j];
            uint256 id = r.ids[j];
            if (RequestWord.status(a) != RequestStatus.Queued) {
                // expired while the commit phase dragged on
                r.statuses[j] = bytes1(SKIPPED);
                r.metas[j] = 0;
                return;
            }
            Request storage request = s.requests[id];
            (uint256 status, uint256 word, uint256 agreeing, uint256 agreed) = _decide(ballots, j, a);
            if (status == OK) {
                r.words[j] = word;
                _answer(s, p, r, request, j, word, agreeing, agreed);
                if (ballots.length > 1 && a & RequestWord.MEDIAN == 0) r.dissenters |= _dissent(ballots, j, word);
                return;
            }
            uint256 c = request.c;
            if (status < MODEL_UNAVAILABLE) {
                r.statuses[j] = bytes1(uint8(status));
                uint256 bounty = RequestWord.tip(c) * p.settleBountyBps / BASIS;
                r.bounty += bounty;
                r.metas[j] = _fail(request, id, a, c, status, bounty);
                return;
            }
            r.statuses[j] = bytes1(UNDECIDED);
            if (block.timestamp >= RequestWord.expiry(c)) {
                r.metas[j] = _expireInRound(request, id, a, c);
            } else if (a & RequestWord.REQUEUED != 0) {
                r.metas[j] = _fail(request, id, a, c, status, 0);
            } else {
                r.metas[j] = 0;
                _requeue(s, r, request, id, a, c, false);
            }
        }
    }

    /// @dev Outcome of a request: status 0 with the word and who agreed; a failure status; or, undecided, the reason it would fail
    /// with: MODEL_UNAVAILABLE when abstentions are the plurality, else NO_CONSENSUS.
    function _decide(Ballot[] memory ballots, uint256 j, uint256 a)
        internal
        view
        returns (uint256 status, uint256 word, uint256 seats, uint256 votes)
    {
        unchecked {
            // every block that is settled has as many reveals as decide
            if (ballots.length == 1) {
                (status, word) = _vote(ballots[0], j);
                return (status, word, ballots[0].seats, ballots[0].votes);
            }
            uint256 most;
            uint256 abstained;
            bool median = a & RequestWord.MEDIAN != 0;
            for (uint256 i; i < ballots.length; ++i) {
                (status, word) = _vote(ballots[i], j);
                seats = 0;
                votes = 0;
                for (uint256 l; l < ballots.length; ++l) {
                    (uint256 otherStatus, uint256 otherWord) = _vote(ballots[l], j);
                    if (otherStatus != status || otherWord != word) continue;
                    seats |= ballots[l].seats;
                    votes += ballots[l].votes;
                }
                if (status == MODEL_UNAVAILABLE) {
                    abstained = votes;
                    continue;
                }
                if (votes >= DECIDING && !(median && status == OK)) return (status, word, seats, votes);
                if (votes > most) most = votes;
            }
            if (median) {
                (word, seats, votes) = _median(ballots, j, _registry.toleranceOf(RequestWord.model(a)));
                if (votes >= DECIDING) return (OK, word, seats, votes);
            }
            return (abstained > most ? MODEL_UNAVAILABLE : NO_CONSENSUS, 0, 0, 0);
        }
    }

    /// @dev The lower median of the words, and the seats within the tolerance of it.
    function _median(Ballot[] memory ballots, uint256 j, uint256 tolerance)
        private
        pure
        returns (uint256 median, uint256 seats, uint256 votes)
    {
        unchecked {
            // at most five: insertion sort, each word as often as seats revealed it
            uint256[5] memory words;
            uint256 n;
            for (uint256 i; i < ballots.length; ++i) {
                (uint256 status, uint256 word) = _vote(ballots[i], j);
                if (status != OK) continue;
                for (uint256 v; v < ballots[i].votes; ++v) {
                    uint256 k = n++;
                    for (; k > 0 && int256(words[k - 1]) > int256(word); --k) {
                        words[k] = words[k - 1];
                    }
                    words[k] = word;
                }
            }
            if (n < DECIDING) return (0, 0, 0);
            median = words[(n - 1) >> 1];
            for (uint256 i; i < ballots.length; ++i) {
                (uint256 status, uint256 word) = _vote(ballots[i], j);
                if (status != OK || Rules.distance(word, median) > tolerance) continue;
                seats |= ballots[i].seats;
                votes += ballots[i].votes;
            }
        }
    }

    /// @dev Seats whose word differs from the answer; failure statuses are no dissent.
    function _dissent(Ballot[] memory ballots, uint256 j, uint256 answer) private pure returns (uint256 seats) {
        unchecked {
            for (uint256 i; i < ballots.length; ++i) {
                (uint256 status, uint256 word) = _vote(ballots[i], j);
                if (status == OK && word != answer) seats |= ballots[i].seats;
            }
        }
    }

    function _vote(Ballot memory ballot, uint256 j) private pure returns (uint256 status, uint256 word) {
        uint256 words = ballot.words;
        uint256 statuses = ballot.statuses;
        assembly ("memory-safe") {
            word := calldataload(add(words, shl(5, j)))
            status := byte(0, calldataload(add(statuses, j)))
        }
    }

    function _answer(
        State storage s,
        Parameters storage p,
        Round memory r,
        Request storage request,
        uint256 j,
        uint256 word,
        uint256 seats,
        uint256 votes
    ) private {
        unchecked {
            uint256 a = r.metas[j];
            uint256 tip = RequestWord.tip(request.c);
            uint256 each;
            if (tip != 0) {
                (address publisher, uint256 royaltyBps,,) = _registry.terms(RequestWord.model(a));
                uint256 royalty = tip * royaltyBps / BASIS;
                if (royalty != 0) _credit(s, publisher, 0, royalty);
                uint256 bounty = tip * p.settleBountyBps / BASIS;
                uint256 net = tip - royalty - bounty;
                uint256 gasTip = _gasTip(p, RequestWord.callbackGas(a));
                if (gasTip > net) gasTip = net;
                net -= gasTip;
                each = net / votes;
                r.bounty += bounty + gasTip + net - each * votes;
            }
            ++r.answered;
            if (seats == r.head.revealed) {
                ++r.agreedByAll;
                r.payOfAll += each;
            } else {
                for (uint256 i; i < ALL_SEATS; ++i) {
                    if ((seats >> i) & 1 == 0) continue;
                    ++r.agreed[i];
                    r.pay[i] += each;
                }
            }
            a = RequestWord.ended(a, RequestStatus.Answered, 0);
            r.metas[j] = a;
            request.a = a;
            request.c = word;
            emit RequestAnswered(r.ids[j], word);
        }
    }

    /// @dev What callback gas above the default costs, wei.
    function _gasTip(Parameters storage p, uint256 callbackGas) internal view returns (uint256) {
        unchecked {
            // the default is always among the values a requester may ask for, so most requests skip the second read
            uint256 free = p.callbackGas;
            return callbackGas > free ? (callbackGas - free) * p.minTipPerGas : 0;
        }
    }

    function _fail(Request storage request, uint256 id, uint256 a, uint256 c, uint256 reason, uint256 bounty)
        private
        returns (uint256 meta)
    {
        meta = RequestWord.ended(a, RequestStatus.Failed, reason);
        request.a = meta;
        emit RequestFailed(id, uint8(reason));
        _refund(request, a, c, bounty);
    }

    function _expireInRound(Request storage request, uint256 id, uint256 a, uint256 c) private returns (uint256 meta) {
        meta = RequestWord.ended(a, RequestStatus.Expired, EXPIRED);
        request.a = meta;
        emit RequestExpired(id, msg.sender);
        _refund(request, a, c, 0);
    }

    /// @dev Sends the tip back but for the bounty. EML has no hooks and reverts only towards address 0, so nobody can block this.
    function _refund(Request storage request, uint256 a, uint256 c, uint256 bounty) internal {
        unchecked {
            // the tip is in the lowest bits; what is kept of it is what came back
            if (bounty != 0) request.c = c - bounty;
            uint256 amount = RequestWord.tip(c) - bounty;
            if (amount != 0) _token.transfer(RequestWord.requester(a), amount);
        }
    }

    function _requeue(
        State storage s,
        Round memory r,
        Request storage request,
        uint256 id,
        uint256 a,
        uint256 c,
        bool voided
    ) private {
        unchecked {
            uint256 slot = RequestWord.slot(c);
            uint256 position = RequestQueue.push(s.queue, slot, id);
            ++r.requeued;
            request.a = RequestWord.moved(voided ? a : a | RequestWord.REQUEUED, position);
            emit RequestRequeued(id, slot, voided);
        }
    }

    // ---------------------------------------------------------------- the seats

    function _loadMiners(State storage s, Round memory r) private view {
        unchecked {
            uint256 seats = r.head.seats;
            r.miners = new address[](seats);
            for (uint256 i; i < seats; ++i) {
                r.miners[i] = s.miners[i];
            }
        }
    }

    function _payMiners(State storage s, Round memory r) private {
        unchecked {
            if (r.answered != 0) {
                uint256 subsidy = Rules.subsidy(r.head.number);
                uint256 revealed = r.head.revealed;
                for (uint256 i; i < r.miners.length; ++i) {
                    if ((revealed >> i) & 1 == 0) continue;
                    uint256 agreed = r.agreedByAll + r.agreed[i];
                    if (agreed != 0) _credit(s, r.miners[i], subsidy * agreed / r.answered, r.payOfAll + r.pay[i]);
                }
            }
            if (r.bounty != 0) _credit(s, msg.sender, 0, r.bounty);
        }
    }

    /// @dev Slashes the seats that never revealed; of that, up to `keep` wei come here instead of burning.
    function _slashSilent(State storage s, Parameters storage p, Round memory r, uint256 keep)
        private
        returns (uint256 kept)
    {
        unchecked {
            Head memory h = r.head;
            for (uint256 i; i < r.miners.length; ++i) {
                if ((h.revealed >> i) & 1 != 0) continue;
                address miner = r.miners[i];
                Offence storage offence = s.offences[miner];
                uint256 last = offence.lastNumber;
                uint256 count = last != 0 && h.number - last <= OFFENCE_MEMORY ? offence.count : 0;
                // doubling fourteen times is beyond everything there is
                uint256 bps = uint256(p.nonRevealBps) << count;
                offence.lastNumber = h.number;
                offence.count = uint8(count < 14 ? count + 1 : 14);
                (uint256 slashed, uint256 got) = _stake.slash(miner, bps, keep - kept);
                kept += got;
                emit MinerSlashed(h.number, miner, slashed, NEVER_REVEALED);
            }
        }
    }

    function _slashDissenters(Parameters storage p, Round memory r) private {
        unchecked {
            for (uint256 i; i < r.miners.length; ++i) {
                if ((r.dissenters >> i) & 1 == 0) continue;
                (uint256 slashed,) = _stake.slash(r.miners[i], p.dissentBps, 0);
                emit MinerSlashed(r.head.number, r.miners[i], slashed, DISSENT);
            }
        }
    }

    // ---------------------------------------------------------------- the end

    function _chain(State storage s, Round memory r, bytes32 outcomeHash)
        private
        returns (bytes32 hash, bytes32 parentHash)
    {
        parentHash = s.parentHash;
        hash = Rules.blockHash(
            parentHash,
            r.head.number,
            _hashWords(r.ids),
            outcomeHash,
            s.challenge,
            _hashAddresses(r.miners),
            block.timestamp
        );
        s.parentHash = hash;
    }

    /// @dev Opens the next block if somebody waits, writes the head, and only then runs strangers' code.
    function _next(State storage s, Round memory r) private {
        uint256[] memory ids = r.ids;
        r.head.size = 0;
        uint256 queued = s.desk.queued + r.requeued;
        if (queued != 0) {
            Desk memory desk = s.desk;
            desk.queued = uint32(queued);
            _openFromQueue(s, r.head, desk);
            _saveCounts(s, desk);
        }
        _saveHead(s, r.head);
        unchecked {
            _setInsideCallbacks(true);
            for (uint256 j; j < ids.length; ++j) {
                if (r.metas[j] != 0) _callBack(s, ids[j], r.metas[j], r.words[j]);
            }
            _setInsideCallbacks(false);
        }
    }

    /// @dev Tells the requester how its request ended, and keeps a failure of that in mind. Requires gas for the whole callback.
    function _callBack(State storage s, uint256 id, uint256 a, uint256 word) internal {
        if (!_deliver(id, a, word, RequestWord.callbackGas(a))) {
            s.requests[id].a = a | RequestWord.UNDELIVERED;
            emit CallbackFailed(id);
        }
    }

    /// @dev Calls the requester with at least `gasLimit`; true when that went through, as calls to accounts without
    /// code do. Copies no return data, so that a long answer costs the caller nothing.
    function _deliver(uint256 id, uint256 a, uint256 word, uint256 gasLimit) internal returns (bool ok) {
        address to = RequestWord.requester(a);
        uint256 selector;
        if (RequestWord.status(a) == RequestStatus.Answered) {
            selector = uint32(IPredictionCallback.requestCallback.selector);
        } else {
            selector = uint32(IPredictionCallback.predictionFailed.selector);
            word = RequestWord.reason(a);
        }
        unchecked {
            // the callee gets at most 63/64 of what is left
            uint256 needed = gasLimit + gasLimit / 63 + CALL_MARGIN;
            if (gasleft() < needed) revert EthML_InsufficientGas(gasleft(), needed);
        }
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, shl(224, selector))
            mstore(add(data, 4), id)
            mstore(add(data, 36), word)
            ok := call(gasLimit, to, 0, data, 68, 0, 0)
        }
    }

    /// @dev Gas that settling an agreed block and opening the next one takes at most, callbacks included.
    function _settleGas(uint256 queued, uint256[] memory metas, uint256 undecided)
        internal
        pure
        returns (uint256 gas_)
    {
        unchecked {
            gas_ = 250_000;
            if (queued + undecided != 0) gas_ += 1_000_000;
            // a requeue may write new words at all three levels of the queue
            gas_ += undecided * 110_000;
            for (uint256 j; j < metas.length; ++j) {
                uint256 limit = RequestWord.callbackGas(metas[j]);
                gas_ += 70_000 + limit + limit / 63;
            }
        }
    }
}
