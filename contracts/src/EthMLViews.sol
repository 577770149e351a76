// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLBase} from "./EthMLBase.sol";
import {EthMLSettlement} from "./EthMLSettlement.sol";
import {IEthMLViews} from "./interfaces/IEthML.sol";
import {IEthMLToken} from "./interfaces/IEthMLToken.sol";
import {IModelRegistry} from "./interfaces/IModelRegistry.sol";
import {IOperatorStake} from "./interfaces/IOperatorStake.sol";
import {BlockView, Parameters, Phase, RequestStatus, RequestView, Seat} from "./interfaces/Types.sol";
import {Cid} from "./libraries/Cid.sol";
import {RequestWord} from "./libraries/RequestWord.sol";
import {Rules} from "./libraries/Rules.sol";

/// @title The coordinator's views
/// @dev Runs by delegation from EthMLExtension, on the proxy's storage.
contract EthMLViews is IEthMLViews, EthMLSettlement {
    /// @param token_ EML, which names the proxy as its minter.
    /// @param registry_ Models.
    /// @param stake_ Stake, which names the proxy as its slasher.
    constructor(IEthMLToken token_, IModelRegistry registry_, IOperatorStake stake_)
        EthMLBase(token_, registry_, stake_)
    {}

    /// @inheritdoc IEthMLViews
    function getPrediction(uint256 id) external view returns (RequestStatus status, uint256 prediction) {
        State storage s = _state();
        Request storage request = s.requests[id];
        uint256 a = request.a;
        uint256 c = request.c;
        status = _status(s, id, a, c);
        if (status == RequestStatus.Answered) prediction = c;
    }

    /// @inheritdoc IEthMLViews
    function refundOf(uint256 id) external view returns (uint256) {
        Request storage request = _state().requests[id];
        RequestStatus status = RequestWord.status(request.a);
        return status >= RequestStatus.Failed ? RequestWord.tip(request.c) : 0;
    }

    /// @inheritdoc IEthMLViews
    function getRequest(uint256 id) external view returns (RequestView memory v) {
        State storage s = _state();
        Request storage request = _known(s, id);
        uint256 a = request.a;
        uint256 c = request.c;
        v.requester = RequestWord.requester(a);
        v.status = _status(s, id, a, c);
        v.reason = uint8(RequestWord.reason(a));
        v.modelId = RequestWord.model(a);
        v.digest = request.digest;
        v.cidCodec = uint8(RequestWord.cidCodec(a));
        v.dataPoint = Cid.format(v.cidCodec, v.digest);
        v.callbackGas = uint32(RequestWord.callbackGas(a));
        v.undelivered = a & RequestWord.UNDELIVERED != 0;
        v.requeued = a & RequestWord.REQUEUED != 0;
        if (v.status == RequestStatus.Answered) {
            v.prediction = c;
        } else {
            v.tip = RequestWord.tip(c);
            v.birth = uint64(RequestWord.birth(c));
            v.expiry = uint64(RequestWord.expiry(c));
            v.slot = uint64(RequestWord.slot(c));
        }
    }

    /// @inheritdoc IEthMLViews
    function getCurrentVariables()
        external
        view
        returns (bytes32 challenge, uint256 requestId, uint256 difficulty, uint256 modelId, string memory dataPoint)
    {
        State storage s = _state();
        challenge = s.challenge;
        difficulty = type(uint256).max / currentTarget();
        requestId = _loadIds(s, 1)[0];
        Request storage request = s.requests[requestId];
        modelId = RequestWord.model(request.a);
        dataPoint = Cid.format(RequestWord.cidCodec(request.a), request.digest);
    }

    /// @inheritdoc IEthMLViews
    function canGetVariables() external view returns (bool) {
        return _phase(_state().head) == Phase.Commit;
    }

    /// @inheritdoc IEthMLViews
    function getBlock() external view returns (BlockView memory v) {
        State storage s = _state();
        Head memory h = s.head;
        v.number = h.number;
        v.phase = _phase(h);
        v.difficulty = h.difficulty;
        v.parentHash = s.parentHash;
        if (v.phase == Phase.Idle) {
            v.parameters = s.parameters[s.desk.current];
            return v;
        }
        v.parameters = _blockParameters(s, h);
        v.openedAt = h.openedAt;
        v.openedAtBlock = h.openedBlock;
        v.challenge = s.challenge;
        v.seats = h.seats;
        v.ids = _loadIds(s, _count(h));
        if (v.phase == Phase.Reveal) {
            v.revealEndsAt = h.revealEndsAt;
            v.revealEndsAtBlock = h.revealEndsBlock;
            v.commitClosedAt = h.revealEndsAt - v.parameters.revealWindow;
            v.commitClosedAtBlock = h.revealEndsBlock - v.parameters.revealBlocks;
            for (uint256 i; i < h.seats; ++i) {
                v.reveals += (h.revealed >> i) & 1;
            }
        }
    }

    /// @inheritdoc IEthMLViews
    function getSeats() external view returns (Seat[] memory seats) {
        State storage s = _state();
        Head memory h = s.head;
        seats = new Seat[](_count(h) == 0 ? 0 : h.seats);
        for (uint256 i; i < seats.length; ++i) {
            seats[i] = Seat(s.miners[i], s.hashes[i], (h.revealed >> i) & 1 != 0);
        }
    }

    /// @inheritdoc IEthMLViews
    function currentTarget() public view returns (uint256) {
        State storage s = _state();
        Head memory h = s.head;
        if (_count(h) == 0) revert EthML_Idle();
        // what easing gave stays once commits are closed
        uint256 until = h.revealEndsAt == 0 ? block.timestamp : h.revealEndsAt - _blockParameters(s, h).revealWindow;
        return Rules.target(h.difficulty, until - h.openedAt, _blockParameters(s, h).commitWindow);
    }

    /// @inheritdoc IEthMLViews
    function isSeated(address account) external view returns (bool) {
        State storage s = _state();
        Head memory h = s.head;
        return _count(h) != 0 && s.accounts[account].number == h.number;
    }

    /// @inheritdoc IEthMLViews
    function settleGas() external view returns (uint256) {
        State storage s = _state();
        Head memory h = s.head;
        if (_count(h) == 0) revert EthML_Idle();
        uint256[] memory metas = _loadRound(s, h).metas;
        return _settleGas(s.desk.queued, metas, metas.length);
    }

    /// @inheritdoc IEthMLViews
    function parameters() external view returns (Parameters memory) {
        State storage s = _state();
        return s.parameters[s.desk.current];
    }

    /// @inheritdoc IEthMLViews
    function minTip() external view returns (uint256) {
        State storage s = _state();
        return Rules.backlogTip(s.parameters[s.desk.current].backlogTip, s.desk.queued);
    }

    /// @inheritdoc IEthMLViews
    function openRequests() external view returns (uint256) {
        return _state().desk.queued;
    }

    /// @inheritdoc IEthMLViews
    function requestCount() external view returns (uint256) {
        return _state().desk.lastId;
    }

    /// @inheritdoc IEthMLViews
    function rewardsOf(address account) external view returns (uint256 minted, uint256 tips) {
        Account storage rewards = _state().accounts[account];
        return (rewards.minted, rewards.tips);
    }

    /// @inheritdoc IEthMLViews
    function offencesOf(address miner) external view returns (uint256 count, uint256 lastNumber) {
        Offence storage offence = _state().offences[miner];
        return (offence.count, offence.lastNumber);
    }

    /// @inheritdoc IEthMLViews
    function headHash() external view returns (bytes32) {
        return _state().parentHash;
    }

    /// @inheritdoc IEthMLViews
    function paused() external view returns (bool) {
        return _state().desk.paused;
    }

    /// @inheritdoc IEthMLViews
    function minStake() external view returns (uint256) {
        State storage s = _state();
        return s.parameters[s.desk.current].minStake;
    }

    /// @inheritdoc IEthMLViews
    function token() external view returns (IEthMLToken) {
        return _token;
    }

    /// @inheritdoc IEthMLViews
    function registry() external view returns (IModelRegistry) {
        return _registry;
    }

    /// @inheritdoc IEthMLViews
    function operatorStake() external view returns (IOperatorStake) {
        return _stake;
    }

    /// @inheritdoc IEthMLViews
    function SEATS() external pure returns (uint256) {
        return ALL_SEATS;
    }

    /// @inheritdoc IEthMLViews
    function THRESHOLD() external pure returns (uint256) {
        return DECIDING;
    }

    /// @inheritdoc IEthMLViews
    function MAX_REQUESTS() external pure returns (uint256) {
        return MAX_IDS;
    }
}
