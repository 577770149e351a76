// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {RequestStatus} from "../interfaces/Types.sol";

/// @title The two packed words of a request
/// @notice `a`: requester 160 bits, status 8, CID codec 8, flags 8, model 32, callback gas in thousands 16, queue position 24.
/// `c`, until the request is answered: tip 96 bits, birth 40, expiry 40, slot 32; then the prediction.
/// @dev Packed by hand because a request is three cold slots, and every further one would cost its sender 22,100 gas.
library RequestWord {
    /// The request went back to the queue for want of consensus.
    uint256 internal constant REQUEUED = 1 << 176;
    /// The last callback failed.
    uint256 internal constant UNDELIVERED = 1 << 177;
    /// The model's rule is the median.
    uint256 internal constant MEDIAN = 1 << 178;

    uint256 private constant STATUS = uint256(0xff) << 160;
    uint256 private constant POSITION = uint256(0xffffff) << 232;

    function packA(address requester_, uint256 codec_, bool median, uint256 model_, uint256 kilogas, uint256 position_)
        internal
        pure
        returns (uint256)
    {
        return uint256(uint160(requester_)) | (uint256(RequestStatus.Queued) << 160) | (codec_ << 168)
            | (median ? MEDIAN : 0) | (model_ << 184) | (kilogas << 216) | (position_ << 232);
    }

    function packC(uint256 tip_, uint256 birth_, uint256 expiry_, uint256 slot_) internal pure returns (uint256) {
        return tip_ | (birth_ << 96) | (expiry_ << 136) | (slot_ << 176);
    }

    function requester(uint256 a) internal pure returns (address) {
        return address(uint160(a));
    }

    /// @dev As stored, where Assigned is written as Queued.
    function status(uint256 a) internal pure returns (RequestStatus) {
        return RequestStatus(uint8(a >> 160));
    }

    function cidCodec(uint256 a) internal pure returns (uint256) {
        return uint8(a >> 168);
    }

    /// @dev Reason of a failed or expired request.
    function reason(uint256 a) internal pure returns (uint256) {
        return (a >> 179) & 7;
    }

    function model(uint256 a) internal pure returns (uint256) {
        return uint32(a >> 184);
    }

    /// @dev Gas units.
    function callbackGas(uint256 a) internal pure returns (uint256) {
        return uint256(uint16(a >> 216)) * 1000;
    }

    function position(uint256 a) internal pure returns (uint256) {
        return a >> 232;
    }

    function ended(uint256 a, RequestStatus to, uint256 reason_) internal pure returns (uint256) {
        return (a & ~STATUS) | (uint256(to) << 160) | (reason_ << 179);
    }

    function moved(uint256 a, uint256 position_) internal pure returns (uint256) {
        return (a & ~POSITION) | (position_ << 232);
    }

    function tip(uint256 c) internal pure returns (uint256) {
        return uint96(c);
    }

    function birth(uint256 c) internal pure returns (uint256) {
        return uint40(c >> 96);
    }

    function expiry(uint256 c) internal pure returns (uint256) {
        return uint40(c >> 136);
    }

    function slot(uint256 c) internal pure returns (uint256) {
        return uint32(c >> 176);
    }
}
