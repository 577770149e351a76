// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IEthML} from "@ethml/contracts/src/interfaces/IEthML.sol";
import {Model, Permit, RequestOptions, RequestStatus} from "@ethml/contracts/src/interfaces/Types.sol";
import {UsingEthML} from "@ethml/contracts/src/UsingEthML.sol";

contract Prices is UsingEthML {
    event Priced(uint256 indexed id, int256 price);
    event Failed(uint256 indexed id, uint8 reason);

    error Prices_WrongModel(uint256 modelId);
    error Prices_NotAnswered(uint256 id, RequestStatus status);

    IERC20 public immutable token;
    uint256 public immutable modelId;
    uint256 public immutable unit;
    mapping(uint256 id => address) public payerOf;
    mapping(uint256 id => int256) public priceOf;
    bool public listening = true;

    constructor(IEthML ethml, uint256 modelId_) UsingEthML(ethml) {
        token = IERC20(address(ethml.token()));
        Model memory model = ethml.registry().getModel(modelId_);
        // 0 class, 1 argmax, 2 fixed, 3 digest
        if (model.codec != 2) revert Prices_WrongModel(modelId_);
        modelId = modelId_;
        unit = 10 ** model.decimals;
    }

    function ask(string calldata dataPoint, uint256 tip) public returns (uint256 id) {
        token.transferFrom(msg.sender, address(this), tip);
        token.approve(address(ethml), tip);
        id = _requestPrediction(modelId, dataPoint, tip);
        payerOf[id] = msg.sender;
    }

    function askMany(string[] calldata dataPoints, uint256 tip) external returns (uint256 firstId) {
        uint256 sum = tip * dataPoints.length;
        token.transferFrom(msg.sender, address(this), sum);
        token.approve(address(ethml), sum);
        RequestOptions memory options;
        options.callbackGas = 150_000; // 0: the default, 100,000
        options.expiresIn = 1 hours; // 0: the default, a day
        firstId = _requestPredictions(modelId, dataPoints, tip, options);
        for (uint256 i; i < dataPoints.length; ++i) {
            payerOf[firstId + i] = msg.sender;
        }
    }

    function askWithPermit(string calldata dataPoint, uint256 tip, Permit calldata permit) external returns (uint256) {
        // somebody may have sent it already: what counts is the allowance
        try IERC20Permit(address(token))
            .permit(msg.sender, address(this), permit.value, permit.deadline, permit.v, permit.r, permit.s) {}
            catch {}
        return ask(dataPoint, tip);
    }

    function takeBack(uint256 id) external {
        address payer = payerOf[id];
        require(msg.sender == payer);
        _cancel(id);
        token.transfer(payer, ethml.refundOf(id));
    }

    function listen(bool yes) external {
        listening = yes;
    }

    function _onPrediction(uint256 id, uint256 prediction) internal override {
        require(listening, "not now");
        // a fixed word is a two's-complement int256, 10^decimals to the unit
        priceOf[id] = int256(prediction);
        emit Priced(id, int256(prediction));
    }

    function _onFailure(uint256 id, uint8 reason) internal override {
        // the tip is here already, less a bounty for reasons 1 to 3 and 6
        uint256 refund = ethml.refundOf(id);
        if (refund != 0) token.transfer(payerOf[id], refund);
        emit Failed(id, reason);
    }

    function pull(uint256 id) external view returns (int256 price) {
        (RequestStatus status, uint256 prediction) = ethml.getPrediction(id);
        if (status != RequestStatus.Answered) revert Prices_NotAnswered(id, status);
        return int256(prediction);
    }
}
