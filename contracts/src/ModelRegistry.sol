// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IModelRegistry} from "./interfaces/IModelRegistry.sol";
import {Model, ModelRegistration} from "./interfaces/Types.sol";
import {Cid} from "./libraries/Cid.sol";

/// @title Models that can be asked
contract ModelRegistry is IModelRegistry {
    /// @dev One slot for what a request reads, one for each of the two wide values.
    struct Record {
        address publisher;
        uint16 royaltyBps;
        uint8 codec;
        uint8 decimals;
        uint8 rule;
        uint8 cidCodec;
        bool deprecated;
        uint32 previousId;
        bytes32 manifestDigest;
        uint256 tolerance;
    }

    uint8 private constant CODEC_FIXED = 2;
    uint8 private constant CODEC_DIGEST = 3;
    uint8 private constant RULE_MEDIAN = 1;

    /// @notice Most of a tip that a publisher may take, basis points.
    uint256 public constant MAX_ROYALTY_BPS = 2_000;
    /// @notice Most decimals of a fixed or digest output.
    uint256 public constant MAX_DECIMALS = 36;

    mapping(uint256 id => Record) private _models;

    /// @inheritdoc IModelRegistry
    uint256 public modelCount;

    /// @notice Registers the first models, so that nobody can take their ids.
    /// @param publisher Their publisher.
    /// @param first Models 1, 2, ...
    constructor(address publisher, ModelRegistration[] memory first) {
        for (uint256 i; i < first.length; ++i) {
            ModelRegistration memory m = first[i];
            (uint256 cidCodec, bytes32 digest) = Cid.parseMemory(m.manifestCID);
            _register(
                Record({
                    publisher: publisher,
                    royaltyBps: m.royaltyBps,
                    codec: m.codec,
                    decimals: m.decimals,
                    rule: m.rule,
                    cidCodec: uint8(cidCodec),
                    deprecated: false,
                    previousId: uint32(_checkPrevious(publisher, m.previousId)),
                    manifestDigest: digest,
                    tolerance: m.tolerance
                })
            );
        }
    }

    /// @inheritdoc IModelRegistry
    function registerModel(
        string calldata manifestCID_,
        uint16 royaltyBps,
        uint8 codec,
        uint8 decimals,
        uint8 rule,
        uint256 tolerance,
        uint256 previousId
    ) external returns (uint256 id) {
        (uint256 cidCodec, bytes32 digest) = Cid.parse(manifestCID_);
        return _register(
            Record({
                publisher: msg.sender,
                royaltyBps: royaltyBps,
                codec: codec,
                decimals: decimals,
                rule: rule,
                cidCodec: uint8(cidCodec),
                deprecated: false,
                previousId: uint32(_checkPrevious(msg.sender, previousId)),
                manifestDigest: digest,
                tolerance: tolerance
            })
        );
    }

    /// @inheritdoc IModelRegistry
    function deprecateModel(uint256 id) external {
        Record storage m = _known(id);
        if (m.publisher != msg.sender) revert ModelRegistry_NotPublisher(id, msg.sender, m.publisher);
        if (m.deprecated) revert ModelRegistry_AlreadyDeprecated(id);
        m.deprecated = true;
        emit ModelDeprecated(id);
    }

    /// @inheritdoc IModelRegistry
    function getModel(uint256 id) external view returns (Model memory) {
        Record storage m = _known(id);
        return Model({
            publisher: m.publisher,
            royaltyBps: m.royaltyBps,
            codec: m.codec,
            decimals: m.decimals,
            rule: m.rule,
            deprecated: m.deprecated,
            cidCodec: m.cidCodec,
            manifestDigest: m.manifestDigest,
            tolerance: m.tolerance,
            previousId: m.previousId
        });
    }

    /// @inheritdoc IModelRegistry
    function manifestCID(uint256 id) external view returns (string memory) {
        Record storage m = _known(id);
        return Cid.format(m.cidCodec, m.manifestDigest);
    }

    /// @inheritdoc IModelRegistry
    function terms(uint256 id)
        external
        view
        returns (address publisher, uint16 royaltyBps, uint8 rule, bool deprecated)
    {
        Record storage m = _models[id];
        return (m.publisher, m.royaltyBps, m.rule, m.deprecated);
    }

    /// @inheritdoc IModelRegistry
    function toleranceOf(uint256 id) external view returns (uint256) {
        return _models[id].tolerance;
    }

    function _register(Record memory m) private returns (uint256 id) {
        if (m.royaltyBps > MAX_ROYALTY_BPS) revert ModelRegistry_RoyaltyTooHigh(m.royaltyBps, MAX_ROYALTY_BPS);
        if (m.codec > CODEC_DIGEST) revert ModelRegistry_UnknownCodec(m.codec);
        if (m.rule > RULE_MEDIAN) revert ModelRegistry_UnknownRule(m.rule);
        uint256 most = m.codec >= CODEC_FIXED ? MAX_DECIMALS : 0;
        if (m.decimals > most) revert ModelRegistry_BadDecimals(m.codec, m.decimals, most);
        bool median = m.rule == RULE_MEDIAN;
        if (median ? m.codec != CODEC_FIXED || m.tolerance > uint256(type(int256).max) : m.tolerance != 0) {
            revert ModelRegistry_BadRule(m.codec, m.rule, m.tolerance);
        }
        id = ++modelCount;
        _models[id] = m;
        emit ModelRegistered(
            id,
            m.publisher,
            m.manifestDigest,
            m.cidCodec,
            m.royaltyBps,
            m.codec,
            m.decimals,
            m.rule,
            m.tolerance,
            m.previousId
        );
    }

    /// @dev Only one's own model can be followed, so that a stranger's "version 2" is not taken for the publisher's.
    function _checkPrevious(address publisher, uint256 previousId) private view returns (uint256) {
        if (previousId != 0) {
            address owner = _known(previousId).publisher;
            if (owner != publisher) revert ModelRegistry_NotPublisher(previousId, publisher, owner);
        }
        return previousId;
    }

    function _known(uint256 id) private view returns (Record storage m) {
        m = _models[id];
        if (m.publisher == address(0)) revert ModelRegistry_UnknownModel(id);
    }
}
