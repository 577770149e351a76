// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLToken} from "../src/interfaces/IEthMLToken.sol";
import {IOperatorStake} from "../src/interfaces/IOperatorStake.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev Stake comes in, waits, leaves, or burns; and the token's mint is capped.
contract StakeTest is EthMLTest {
    address private miner;

    function setUp() public override {
        super.setUp();
        miner = operators[0];
    }

    function test_UnstakeTakesTheDelay() public {
        vm.startPrank(miner);
        stake.requestUnstake(400e18);
        vm.assertEq(stake.stakeOf(miner), 600e18);
        (uint256 amount, uint256 availableAt) = stake.unstakingOf(miner);
        vm.assertEq(amount, 400e18);
        vm.assertEq(availableAt, vm.getBlockTimestamp() + UNSTAKE_DELAY);
        vm.expectRevert(
            abi.encodeWithSelector(
                IOperatorStake.OperatorStake_NotYetAvailable.selector, availableAt, vm.getBlockTimestamp()
            )
        );
        stake.withdraw();
        vm.warp(availableAt);
        stake.withdraw();
        vm.assertEq(token.balanceOf(miner), 400e18);
        vm.expectRevert(abi.encodeWithSelector(IOperatorStake.OperatorStake_NothingUnstaking.selector, miner));
        stake.withdraw();
        vm.stopPrank();
    }

    function test_RevertIf_AmountsMakeNoSense() public {
        vm.startPrank(miner);
        vm.expectRevert(IOperatorStake.OperatorStake_ZeroAmount.selector);
        stake.stake(0);
        vm.expectRevert(IOperatorStake.OperatorStake_ZeroAmount.selector);
        stake.requestUnstake(0);
        vm.expectRevert(
            abi.encodeWithSelector(IOperatorStake.OperatorStake_InsufficientStake.selector, STAKE + 1, STAKE)
        );
        stake.requestUnstake(STAKE + 1);
        vm.stopPrank();
    }

    function test_StakeOfASeatedMinerStays() public {
        ask();
        commitRange(0, 1, 1);
        vm.prank(miner);
        stake.requestUnstake(STAKE);
        vm.warp(vm.getBlockTimestamp() + UNSTAKE_DELAY);
        vm.assertTrue(ethml.isSeated(miner), "seated");
        vm.expectRevert(abi.encodeWithSelector(IOperatorStake.OperatorStake_Seated.selector, miner));
        vm.prank(miner);
        stake.withdraw();
        commitRange(1, 5, 1);
        revealRange(0, 5);
        vm.prank(miner);
        stake.withdraw();
        vm.assertEq(token.balanceOf(miner), STAKE);
    }

    function test_SlashReachesStakeOnItsWayOutFirst() public {
        ask();
        commitRange(0, 5, 1);
        vm.prank(miner);
        stake.requestUnstake(50e18);
        revealRange(1, 5);
        waitForWindow();
        settle();
        (uint256 amount,) = stake.unstakingOf(miner);
        vm.assertEq(amount, 0);
        vm.assertEq(stake.stakeOf(miner), 900e18);
        vm.assertEq(token.totalSupply(), GENESIS - 100e18, "burnt");
    }

    function test_SlashNeverTakesMoreThanThereIsAndNeverReverts() public {
        vm.startPrank(address(ethml));
        (uint256 slashed, uint256 kept) = stake.slash(miner, 20_000, 5e18);
        vm.assertEq(slashed, STAKE);
        vm.assertEq(kept, 5e18);
        (slashed, kept) = stake.slash(miner, 10_000, 5e18);
        vm.assertEq(slashed + kept, 0);
        (slashed, kept) = stake.slash(operators[1], 1, type(uint256).max);
        vm.assertEq(slashed, kept);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IOperatorStake.OperatorStake_NotCoordinator.selector, address(this)));
        stake.slash(miner, 1, 0);
    }

    function test_AnybodyMayStakeForAnOperator() public {
        give(address(this), 5e18);
        token.approve(address(stake), 5e18);
        stake.stakeFor(miner, 5e18);
        vm.assertEq(stake.stakeOf(miner), STAKE + 5e18);
    }

    function test_MintStopsAtTheSchedulesSum() public {
        vm.startPrank(address(ethml));
        uint256 cap = token.MINT_CAP();
        token.mint(miner, cap - 1);
        vm.expectRevert(abi.encodeWithSelector(IEthMLToken.EthMLToken_CapExceeded.selector, 2, 1));
        token.mint(miner, 2);
        token.mint(miner, 1);
        vm.stopPrank();
        vm.assertEq(token.mintedRewards(), cap);
    }

    function test_HoldersBurnTheirOwn() public {
        give(miner, 3e18);
        vm.prank(miner);
        token.burn(1e18);
        vm.prank(miner);
        token.approve(address(this), 1e18);
        token.burnFrom(miner, 1e18);
        vm.assertEq(token.balanceOf(miner), 1e18);
        vm.assertEq(token.name(), "EthML Token", "name");
        vm.assertEq(token.symbol(), "EML", "symbol");
        vm.assertEq(token.decimals(), 18);
    }
}
