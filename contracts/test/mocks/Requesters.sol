// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML} from "../../src/interfaces/IEthML.sol";
import {RequestOptions, Vector} from "../../src/interfaces/Types.sol";

/// @dev A requester that does something wrong in its callbacks.
contract HostileRequester {
    enum Mode {
        Accept,
        Revert,
        BurnGas,
        ReturnBomb,
        Reenter,
        LongAnswer
    }

    IEthML internal immutable ethml;
    Mode public mode;
    /// what Reenter calls on the coordinator in turn, and whether any of it went through
    bytes[] public calls;
    bool public reentered;
    /// the error that the last of these calls got
    bytes4 public refusal;
    uint32 public turn;
    uint256 public delivered;
    uint256 public failures;
    uint256 public lastGas;

    constructor(IEthML ethml_) {
        ethml = ethml_;
    }

    function setMode(Mode mode_) external {
        mode = mode_;
    }

    function addCall(bytes calldata data) external {
        calls.push(data);
    }

    function callCount() external view returns (uint256) {
        return calls.length;
    }

    function request(uint256 modelId, string calldata dataPoint, uint256 tip) external returns (uint256) {
        ethml.token().approve(address(ethml), tip);
        return ethml.requestPrediction(modelId, dataPoint, tip);
    }

    function requestMany(uint256 modelId, string[] calldata dataPoints, uint256 tip, RequestOptions calldata o)
        external
        returns (uint256)
    {
        ethml.token().approve(address(ethml), tip * dataPoints.length);
        return ethml.requestPredictions(modelId, dataPoints, tip, o);
    }

    function cancel(uint256 id) external {
        ethml.cancel(id);
    }

    function requestCallback(uint256, uint256) external {
        lastGas = gasleft();
        _misbehave();
        ++delivered;
    }

    function predictionFailed(uint256, uint8) external {
        lastGas = gasleft();
        _misbehave();
        ++failures;
    }

    function _misbehave() private {
        if (mode == Mode.Revert) revert("no");
        if (mode == Mode.BurnGas) while (true) {}
        if (mode == Mode.ReturnBomb) {
            assembly ("memory-safe") {
                revert(0, 1000000)
            }
        }
        if (mode == Mode.LongAnswer) {
            ++delivered;
            assembly ("memory-safe") {
                return(0, 1000000)
            }
        }
        if (mode == Mode.Reenter) {
            // one at a time, so that a callback's gas suffices
            (bool ok, bytes memory reason) = address(ethml).call(calls[turn++ % calls.length]);
            if (ok) reentered = true;
            else refusal = bytes4(reason);
        }
    }
}
