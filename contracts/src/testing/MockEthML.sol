// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLToken} from "../EthMLToken.sol";
import {ModelRegistry} from "../ModelRegistry.sol";
import {IEthMLEvents} from "../interfaces/IEthMLEvents.sol";
import {IPredictionCallback} from "../interfaces/IPredictionCallback.sol";
import {ModelRegistration, RequestOptions, RequestStatus, RequestView} from "../interfaces/Types.sol";
import {Cid} from "../libraries/Cid.sol";

/// @title A coordinator for the unit tests of consumers, without blocks, miners or a network
/// @notice Takes requests as EthML does, with the same errors and events, a real EML token and a real model registry; then the test
/// says how each one ends: `answer`, `fail`, or `expire` once its time is up. Not for deployment: anybody answers anything.
/// @dev Give it to a consumer as `IEthML(address(mock))`. What it lacks reverts with MockEthML_NotMocked.
contract MockEthML is IEthMLEvents {
    /// @notice The coordinator has this function, the mock has not.
    error MockEthML_NotMocked(bytes4 selector);
    /// @notice `fail` takes the reasons 1 to 5; 6 is `expire`'s.
    error MockEthML_NoSuchReason(uint8 reason);

    /// @notice Callback gas when the requester names none, as on a public network.
    uint32 public constant CALLBACK_GAS = 100_000;
    /// @notice Most callback gas.
    uint32 public constant MAX_CALLBACK_GAS = 400_000;
    /// @notice Seconds to expiry when the requester names none.
    uint32 public constant EXPIRY = 1 days;
    /// @notice Most seconds to expiry.
    uint32 public constant MAX_EXPIRY = 30 days;
    /// @notice Share of the tip that a settler or whoever expires a request gets, basis points.
    uint256 public constant BOUNTY_BPS = 100;

    /// @notice EML; whoever deployed the mock holds a million of them.
    EthMLToken public immutable token;
    /// @notice Has model 1 (class), 2 (class) and 3 (fixed, 2 decimals, median); the deployer published them.
    ModelRegistry public immutable registry;
    /// @notice Number of requests ever made.
    uint256 public requestCount;
    /// @notice Least tip, wei; setMinTip plays a backlog.
    uint256 public minTip;

    mapping(uint256 id => RequestView) private _requests;
    mapping(uint256 id => uint256) private _refunds;
    bool private _callingBack;

    /// @dev No state-changing entry runs while callbacks do, as in EthML.
    modifier outsideCallbacks() {
        if (_callingBack) revert EthML_Reentered();
        _;
    }

    constructor() {
        token = new EthMLToken(address(this), msg.sender, 1_000_000e18);
        ModelRegistration[] memory first = new ModelRegistration[](3);
        for (uint256 i; i < 3; ++i) {
            first[i].manifestCID = Cid.format(Cid.RAW, bytes32(i));
        }
        (first[2].codec, first[2].decimals, first[2].rule, first[2].tolerance) = (2, 2, 1, 100);
        registry = new ModelRegistry(msg.sender, first);
    }

    fallback() external {
        revert MockEthML_NotMocked(msg.sig);
    }

    // ---------------------------------------------------------------- what the test says

    /// @notice Answers a request and calls its requester back with the callback gas it asked for.
    function answer(uint256 id, uint256 prediction) external outsideCallbacks {
        RequestView storage r = _waiting(id);
        r.status = RequestStatus.Answered;
        r.prediction = prediction;
        emit RequestAnswered(id, prediction);
        _callBack(id, r.callbackGas);
    }

    /// @notice Fails a request: the tip goes back, less a bounty for reasons 1 to 3, then the requester is told.
    /// @param reason 1 to 5.
    function fail(uint256 id, uint8 reason) external outsideCallbacks {
        if (reason == 0 || reason > 5) revert MockEthML_NoSuchReason(reason);
        RequestView storage r = _waiting(id);
        r.status = RequestStatus.Failed;
        r.reason = reason;
        emit RequestFailed(id, reason);
        _refund(id, r, reason < 4 ? r.tip * BOUNTY_BPS / 10_000 : 0);
        _callBack(id, r.callbackGas);
    }

    /// @notice Sets the least tip of further requests, wei.
    function setMinTip(uint256 minimum) external {
        minTip = minimum;
    }

    // ---------------------------------------------------------------- what EthML has too

    /// @notice As EthML's.
    function requestPrediction(uint256 modelId, string calldata dataPoint, uint256 tip)
        external
        outsideCallbacks
        returns (uint256 id)
    {
        _check(modelId, tip);
        if (tip != 0) token.transferFrom(msg.sender, address(this), tip);
        return _store(modelId, dataPoint, tip, CALLBACK_GAS, EXPIRY);
    }

    /// @notice As EthML's, permit included; gas above the default costs no tip here.
    function requestPredictions(
        uint256 modelId,
        string[] calldata dataPoints,
        uint256 tip,
        RequestOptions calldata options
    ) external outsideCallbacks returns (uint256 firstId) {
        if (dataPoints.length == 0) revert EthML_NoDataPoints();
        if (options.permit.v != 0) {
            try token.permit(
                msg.sender,
                address(this),
                options.permit.value,
                options.permit.deadline,
                options.permit.v,
                options.permit.r,
                options.permit.s
            ) {}
                catch {}
        }
        if (options.expiresIn > MAX_EXPIRY) revert EthML_ExpiryTooLong(options.expiresIn, MAX_EXPIRY);
        if (options.callbackGas > MAX_CALLBACK_GAS) {
            revert EthML_CallbackGasTooHigh(options.callbackGas, MAX_CALLBACK_GAS);
        }
        _check(modelId, tip);
        if (tip != 0) token.transferFrom(msg.sender, address(this), tip * dataPoints.length);
        uint32 gas_ = options.callbackGas == 0 ? CALLBACK_GAS : (options.callbackGas + 999) / 1000 * 1000;
        uint32 expiry = options.expiresIn == 0 ? EXPIRY : options.expiresIn;
        firstId = requestCount + 1;
        for (uint256 i; i < dataPoints.length; ++i) {
            _store(modelId, dataPoints[i], tip, gas_, expiry);
        }
    }

    /// @notice As EthML's; every request that has not ended counts as queued.
    function cancel(uint256 id) external outsideCallbacks {
        RequestView storage r = _requests[id];
        if (r.status == RequestStatus.Unknown) revert EthML_UnknownRequest(id);
        if (r.requester != msg.sender) revert EthML_NotRequester(id, msg.sender, r.requester);
        if (r.status != RequestStatus.Queued) revert EthML_NotQueued(id, uint8(r.status));
        r.status = RequestStatus.Cancelled;
        emit RequestCancelled(id);
        _refund(id, r, 0);
    }

    /// @notice As EthML's; the bounty goes to the caller at once.
    function expire(uint256 id) external outsideCallbacks {
        RequestView storage r = _waiting(id);
        if (block.timestamp < r.expiry) revert EthML_NotExpired(id, r.expiry, block.timestamp);
        r.status = RequestStatus.Expired;
        r.reason = 6;
        emit RequestExpired(id, msg.sender);
        uint256 bounty = r.tip * BOUNTY_BPS / 10_000;
        if (bounty != 0) token.transfer(msg.sender, bounty);
        _refund(id, r, bounty);
        _callBack(id, r.callbackGas);
    }

    /// @notice As EthML's.
    function retryCallback(uint256 id) external outsideCallbacks {
        RequestView storage r = _requests[id];
        if (!r.undelivered) revert EthML_NothingToDeliver(id);
        r.undelivered = false;
        if (!_deliver(id, gasleft())) revert EthML_CallbackReverted(id);
        emit CallbackDelivered(id);
    }

    /// @notice As EthML's.
    function getPrediction(uint256 id) external view returns (RequestStatus status, uint256 prediction) {
        return (_requests[id].status, _requests[id].prediction);
    }

    /// @notice As EthML's.
    function refundOf(uint256 id) external view returns (uint256) {
        return _refunds[id];
    }

    /// @notice As EthML's.
    function getRequest(uint256 id) external view returns (RequestView memory) {
        if (_requests[id].status == RequestStatus.Unknown) revert EthML_UnknownRequest(id);
        return _requests[id];
    }

    // ---------------------------------------------------------------- the rest

    function _check(uint256 modelId, uint256 tip) private view {
        (address publisher,,, bool deprecated) = registry.terms(modelId);
        if (publisher == address(0)) revert EthML_UnknownModel(modelId);
        if (deprecated) revert EthML_DeprecatedModel(modelId);
        if (tip > type(uint96).max) revert EthML_TipTooHigh(tip, type(uint96).max);
        if (tip < minTip) revert EthML_TipTooLow(tip, minTip);
    }

    function _store(uint256 modelId, string calldata dataPoint, uint256 tip, uint32 gas_, uint32 expiry)
        private
        returns (uint256 id)
    {
        (uint256 codec, bytes32 digest) = Cid.parse(dataPoint);
        id = ++requestCount;
        RequestView storage r = _requests[id];
        r.requester = msg.sender;
        r.status = RequestStatus.Queued;
        r.modelId = modelId;
        r.dataPoint = dataPoint;
        r.digest = digest;
        r.cidCodec = uint8(codec);
        r.tip = tip;
        r.birth = uint64(block.timestamp);
        r.expiry = uint64(block.timestamp + expiry);
        r.slot = uint64(block.timestamp / 16);
        r.callbackGas = gas_;
        emit ReceivedRequest(id, dataPoint, tip);
        emit RequestQueued(id, msg.sender, modelId, r.slot, gas_, r.expiry);
    }

    function _waiting(uint256 id) private view returns (RequestView storage r) {
        r = _requests[id];
        if (r.status == RequestStatus.Unknown) revert EthML_UnknownRequest(id);
        if (r.status != RequestStatus.Queued) revert EthML_AlreadyEnded(id, uint8(r.status));
    }

    function _refund(uint256 id, RequestView storage r, uint256 bounty) private {
        uint256 amount = r.tip - bounty;
        r.tip = amount;
        _refunds[id] = amount;
        if (amount != 0) token.transfer(r.requester, amount);
    }

    function _callBack(uint256 id, uint256 gas_) private {
        if (_deliver(id, gas_)) return;
        _requests[id].undelivered = true;
        emit CallbackFailed(id);
    }

    function _deliver(uint256 id, uint256 gas_) private returns (bool ok) {
        RequestView storage r = _requests[id];
        if (r.requester.code.length == 0) return true;
        bytes memory data = r.status == RequestStatus.Answered
            ? abi.encodeCall(IPredictionCallback.requestCallback, (id, r.prediction))
            : abi.encodeCall(IPredictionCallback.predictionFailed, (id, r.reason));
        _callingBack = true;
        (ok,) = r.requester.call{gas: gas_}(data);
        _callingBack = false;
    }
}
