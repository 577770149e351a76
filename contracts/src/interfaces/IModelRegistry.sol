// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Model} from "./Types.sol";

/// @title Models that can be asked
/// @notice Anybody publishes; what was published never changes, but its publisher may deprecate it, which stops new requests.
interface IModelRegistry {
    event ModelRegistered(
        uint256 indexed id,
        address indexed publisher,
        bytes32 manifestDigest,
        uint8 cidCodec,
        uint16 royaltyBps,
        uint8 codec,
        uint8 decimals,
        uint8 rule,
        uint256 tolerance,
        uint256 previousId
    );
    event ModelDeprecated(uint256 indexed id);

    error ModelRegistry_UnknownModel(uint256 id);
    error ModelRegistry_NotPublisher(uint256 id, address caller, address publisher);
    error ModelRegistry_AlreadyDeprecated(uint256 id);
    error ModelRegistry_RoyaltyTooHigh(uint256 royaltyBps, uint256 maximum);
    error ModelRegistry_UnknownCodec(uint256 codec);
    error ModelRegistry_UnknownRule(uint256 rule);
    /// @notice decimals belong to the codecs fixed and digest and are at most `maximum`.
    error ModelRegistry_BadDecimals(uint256 codec, uint256 decimals, uint256 maximum);
    /// @notice The median rule and a tolerance belong to the codec fixed, a tolerance to the median rule; at most 2^255 - 1.
    error ModelRegistry_BadRule(uint256 codec, uint256 rule, uint256 tolerance);

    /// @notice Publishes a model under the next id, with the caller as its publisher.
    /// @param manifestCID CIDv0 or CIDv1 of the manifest.
    /// @param royaltyBps Share of each tip, basis points, at most 2,000.
    /// @param codec 0 class, 1 argmax, 2 fixed, 3 digest.
    /// @param decimals Decimals of fixed and digest, at most 36; else 0.
    /// @param rule 0 equal, 1 median (fixed only).
    /// @param tolerance In units of the word; median only.
    /// @param previousId The caller's own model that this one follows, 0 for none.
    /// @return id 1, 2, ...
    function registerModel(
        string calldata manifestCID,
        uint16 royaltyBps,
        uint8 codec,
        uint8 decimals,
        uint8 rule,
        uint256 tolerance,
        uint256 previousId
    ) external returns (uint256 id);

    /// @notice Stops new requests for the model. Requires: caller published it, not yet deprecated.
    function deprecateModel(uint256 id) external;

    /// @notice Everything about a model. Requires: it exists.
    function getModel(uint256 id) external view returns (Model memory);

    /// @notice CID string of the manifest. Requires: the model exists.
    function manifestCID(uint256 id) external view returns (string memory);

    /// @notice What the coordinator needs, in one read; all zero for an unknown id.
    /// @return publisher Who gets the royalty, 0 when unknown.
    /// @return royaltyBps Share of the gross tip.
    /// @return rule 0 equal, 1 median.
    /// @return deprecated No new requests.
    function terms(uint256 id) external view returns (address publisher, uint16 royaltyBps, uint8 rule, bool deprecated);

    /// @notice Tolerance of a model in units of the word, 0 when unknown.
    function toleranceOf(uint256 id) external view returns (uint256);

    /// @notice Number of models; ids run from 1 to this.
    function modelCount() external view returns (uint256);
}
