// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML} from "@ethml/contracts/src/interfaces/IEthML.sol";
import {UsingEthML} from "@ethml/contracts/src/UsingEthML.sol";

contract FirstPrediction is UsingEthML {
    uint256 public answer;

    constructor(IEthML ethml) UsingEthML(ethml) {}

    function ask(string calldata dataPoint) external returns (uint256 id) {
        return _requestPrediction(1, dataPoint, 0);
    }

    function _onPrediction(uint256, uint256 prediction) internal override {
        answer = prediction;
    }
}
