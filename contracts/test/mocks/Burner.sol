// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML} from "../../src/interfaces/IEthML.sol";
import {RequestOptions} from "../../src/interfaces/Types.sol";

/// @dev A requester whose callbacks burn all the gas they get.
contract Burner {
    IEthML private immutable _ethml;

    constructor(IEthML ethml_) {
        _ethml = ethml_;
    }

    function request(uint256 modelId, string calldata dataPoint) external returns (uint256) {
        return _ethml.requestPrediction(modelId, dataPoint, 0);
    }

    function requestMany(uint256 modelId, string[] calldata dataPoints, RequestOptions calldata options)
        external
        returns (uint256)
    {
        return _ethml.requestPredictions(modelId, dataPoints, 0, options);
    }

    function requestCallback(uint256, uint256) external pure {
        while (true) {}
    }

    function predictionFailed(uint256, uint8) external pure {
        while (true) {}
    }
}
