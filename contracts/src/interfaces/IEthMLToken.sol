// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title EML, the token that pays for predictions
/// @notice ERC-20 with permit and burn. The genesis allocation and the rewards of settled blocks are all that is ever minted.
interface IEthMLToken is IERC20, IERC20Permit {
    /// @notice Only the coordinator mints.
    error EthMLToken_NotCoordinator(address caller);
    /// @notice The halving schedule never pays this much.
    error EthMLToken_CapExceeded(uint256 amount, uint256 left);

    /// @notice The contract that may mint: the coordinator's proxy.
    function coordinator() external view returns (address);

    /// @notice Wei minted as rewards so far; never more than MINT_CAP.
    function mintedRewards() external view returns (uint256);

    /// @notice Sum of the halving schedule over five seats, wei.
    function MINT_CAP() external view returns (uint256);

    /// @notice Mints rewards. Requires: caller is the coordinator, the schedule's sum is not exceeded.
    /// @param to Who gets them.
    /// @param amount Wei.
    function mint(address to, uint256 amount) external;

    /// @notice Burns the caller's own tokens.
    /// @param amount Wei.
    function burn(uint256 amount) external;

    /// @notice Burns tokens of `account` within the allowance it gave the caller.
    /// @param account Whose tokens.
    /// @param amount Wei.
    function burnFrom(address account, uint256 amount) external;
}
