// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev Stands for the stablecoin that a real insurer would take.
contract Dollar is ERC20("Dollar", "USD") {
    constructor() {
        _mint(msg.sender, 1_000_000e18);
    }
}
