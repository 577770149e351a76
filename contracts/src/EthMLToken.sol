// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IEthMLToken} from "./interfaces/IEthMLToken.sol";

/// @title EML, the token that pays for predictions
contract EthMLToken is IEthMLToken, ERC20Permit, ERC20Burnable {
    /// @dev 5 seats * 50 EML * 210,000 blocks * (1 + 1/2 + 1/4 + ...)
    uint256 public constant MINT_CAP = 105_000_000e18;

    /// @inheritdoc IEthMLToken
    address public immutable coordinator;

    /// @inheritdoc IEthMLToken
    uint256 public mintedRewards;

    /// @notice Mints the genesis allocation; without it nobody could stake.
    /// @param coordinator_ The coordinator's proxy, which need not exist yet.
    /// @param genesisRecipient Who gets the allocation.
    /// @param genesisAllocation Wei.
    constructor(address coordinator_, address genesisRecipient, uint256 genesisAllocation)
        ERC20("EthML Token", "EML")
        ERC20Permit("EthML Token")
    {
        coordinator = coordinator_;
        _mint(genesisRecipient, genesisAllocation);
    }

    /// @inheritdoc IEthMLToken
    function mint(address to, uint256 amount) external {
        if (msg.sender != coordinator) revert EthMLToken_NotCoordinator(msg.sender);
        uint256 left = MINT_CAP - mintedRewards;
        if (amount > left) revert EthMLToken_CapExceeded(amount, left);
        mintedRewards += amount;
        _mint(to, amount);
    }

    /// @inheritdoc IEthMLToken
    function burn(uint256 amount) public override(IEthMLToken, ERC20Burnable) {
        super.burn(amount);
    }

    /// @inheritdoc IEthMLToken
    function burnFrom(address account, uint256 amount) public override(IEthMLToken, ERC20Burnable) {
        super.burnFrom(account, amount);
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(IERC20Permit, ERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }
}
