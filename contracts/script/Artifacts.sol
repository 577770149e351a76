// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

// Contracts of others that a deployment needs, named here so that they are compiled with our settings.
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
