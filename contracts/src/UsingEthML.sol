// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML} from "./interfaces/IEthML.sol";
import {IPredictionCallback} from "./interfaces/IPredictionCallback.sol";
import {RequestOptions} from "./interfaces/Types.sol";

/// @title Base of a contract that asks for predictions
/// @notice Ask with _requestPrediction, get the answer in _onPrediction and a failure in _onFailure. Callbacks are accepted from the
/// coordinator only, once for each request that this contract made.
abstract contract UsingEthML is IPredictionCallback {
    /// @notice Only the coordinator calls back.
    error UsingEthML_NotCoordinator(address caller);
    /// @notice This contract made no such request, or it has been called back already.
    error UsingEthML_NotPending(uint256 id);

    /// @notice The coordinator.
    IEthML public immutable ethml;

    /// @dev Two bits for each request, 1 while it waits and 3 once called back: neighbours share a slot, and one that was used never
    /// returns to zero, which would make the next request pay for it again.
    mapping(uint256 word => uint256) private _requests;

    /// @param ethml_ The coordinator.
    constructor(IEthML ethml_) {
        ethml = ethml_;
    }

    /// @inheritdoc IPredictionCallback
    function requestCallback(uint256 id, uint256 prediction) external {
        _settleRequest(id);
        _onPrediction(id, prediction);
    }

    /// @inheritdoc IPredictionCallback
    function predictionFailed(uint256 id, uint8 reason) external {
        _settleRequest(id);
        _onFailure(id, reason);
    }

    /// @notice Whether a request of this contract still waits for its callback.
    function isPending(uint256 id) public view returns (bool) {
        return (_requests[id >> 7] >> _shift(id)) & 3 == 1;
    }

    /// @dev Asks with the default options. A tip needs this contract's allowance to the coordinator.
    function _requestPrediction(uint256 modelId, string calldata dataPoint, uint256 tip) internal returns (uint256 id) {
        id = ethml.requestPrediction(modelId, dataPoint, tip);
        _requests[id >> 7] |= 1 << _shift(id);
    }

    /// @dev Asks for several data points at once; ids run from `firstId` on.
    function _requestPredictions(
        uint256 modelId,
        string[] calldata dataPoints,
        uint256 tip,
        RequestOptions memory options
    ) internal returns (uint256 firstId) {
        firstId = ethml.requestPredictions(modelId, dataPoints, tip, options);
        for (uint256 id = firstId; id < firstId + dataPoints.length; ++id) {
            _requests[id >> 7] |= 1 << _shift(id);
        }
    }

    /// @dev Takes a request back while it waits in the queue; the tip comes to this contract.
    function _cancel(uint256 id) internal {
        _requests[id >> 7] |= 2 << _shift(id);
        ethml.cancel(id);
    }

    /// @dev The answer. Runs with the request's callback gas; when it reverts, ethml.retryCallback(id) runs it again.
    function _onPrediction(uint256 id, uint256 prediction) internal virtual;

    /// @dev The request failed or expired, and its tip has come back.
    function _onFailure(uint256 id, uint8 reason) internal virtual {}

    function _settleRequest(uint256 id) private {
        if (msg.sender != address(ethml)) revert UsingEthML_NotCoordinator(msg.sender);
        uint256 word = _requests[id >> 7];
        if ((word >> _shift(id)) & 3 != 1) revert UsingEthML_NotPending(id);
        _requests[id >> 7] = word | (2 << _shift(id));
    }

    function _shift(uint256 id) private pure returns (uint256) {
        return (id & 127) << 1;
    }
}
