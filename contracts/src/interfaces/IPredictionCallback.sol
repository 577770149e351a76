// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title What the coordinator calls on the contract that made a request
/// @notice Calls come from the coordinator only, with the request's callback gas. A callback that fails blocks nobody: it is
/// recorded and can be replayed by `retryCallback`.
interface IPredictionCallback {
    /// @notice The request was answered.
    /// @param id The request.
    /// @param prediction The word, encoded as the model's codec says.
    function requestCallback(uint256 id, uint256 prediction) external;

    /// @notice The request failed or expired; its tip was sent back before this call.
    /// @param id The request.
    /// @param reason 1 DATA_UNAVAILABLE, 2 DATA_MALFORMED, 3 MODEL_REJECTED_INPUT, 4 MODEL_UNAVAILABLE, 5 NO_CONSENSUS, 6 EXPIRED.
    function predictionFailed(uint256 id, uint8 reason) external;
}
