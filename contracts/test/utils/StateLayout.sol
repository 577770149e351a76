// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLBase} from "../../src/EthMLBase.sol";
import {IEthMLToken} from "../../src/interfaces/IEthMLToken.sol";
import {IModelRegistry} from "../../src/interfaces/IModelRegistry.sol";
import {IOperatorStake} from "../../src/interfaces/IOperatorStake.sol";

/// @dev The coordinator's state as an ordinary variable, so that the compiler tells its layout; tools/layout.js compares.
contract StateLayout is EthMLBase {
    State internal state;

    constructor() EthMLBase(IEthMLToken(address(0)), IModelRegistry(address(0)), IOperatorStake(address(0))) {}
}
