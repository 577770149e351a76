// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IEthML} from "./interfaces/IEthML.sol";
import {UsingEthML} from "./UsingEthML.sol";

/// @title A consumer to start from
/// @notice Anybody asks through it and everybody reads the latest answer. Its external interface is the prototype's.
contract PredictionConsumer is UsingEthML {
    event NewRequest(uint256 modelId, string dataPoint, uint256 tip, uint256 requestId);
    event ReceivedPrediction(uint256 requestId, uint256 prediction);
    event PredictionFailed(uint256 requestId, uint8 reason);

    IERC20 private immutable _token;
    uint256 private _latest;
    /// who gets the tip of a failed request back; nobody when there was none
    mapping(uint256 id => address) private _payers;

    /// @param ethml_ The coordinator.
    constructor(IEthML ethml_) UsingEthML(ethml_) {
        _token = ethml_.token();
    }

    /// @notice Asks for a prediction.
    /// @param modelId A model of the registry.
    /// @param dataPoint CID of the data point.
    /// @param tip Wei of EML, taken from the caller's allowance to this contract.
    /// @return id The request.
    function requestPrediction(uint256 modelId, string calldata dataPoint, uint256 tip) external returns (uint256 id) {
        if (tip != 0) {
            // EML returns true or reverts
            _token.transferFrom(msg.sender, address(this), tip);
            _token.approve(address(ethml), tip);
        }
        id = _requestPrediction(modelId, dataPoint, tip);
        if (tip != 0) _payers[id] = msg.sender;
        emit NewRequest(modelId, dataPoint, tip, id);
    }

    /// @notice The latest answer, 0 before the first.
    function getLatestResponse() external view returns (uint256) {
        return _latest;
    }

    function _onPrediction(uint256 id, uint256 prediction) internal override {
        _latest = prediction;
        emit ReceivedPrediction(id, prediction);
    }

    function _onFailure(uint256 id, uint8 reason) internal override {
        address payer = _payers[id];
        // the tip came back here before this call, less a bounty
        if (payer != address(0)) _token.transfer(payer, ethml.refundOf(id));
        emit PredictionFailed(id, reason);
    }
}
