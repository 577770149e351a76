// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Initializable} from "@openzeppelin/contracts-upgradeable/proxy/utils/Initializable.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {EthML} from "../src/EthML.sol";
import {EthMLExtension} from "../src/EthMLExtension.sol";
import {EthMLToken} from "../src/EthMLToken.sol";
import {EthMLViews} from "../src/EthMLViews.sol";
import {OperatorStake} from "../src/OperatorStake.sol";
import "../src/interfaces/Types.sol";
import {IEthMLExtension} from "../src/interfaces/IEthML.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev Parameters, pause, upgrade, deployment.
contract AdminTest is EthMLTest {
    address private constant STRANGER = address(0x57);

    // ---------------------------------------------------------------- parameters

    function test_ChangeReachesTheNextBlockOnly() public {
        ask();
        uint256 waiting = ask();
        Parameters memory p = standard();
        p.commitWindow = 7;
        p.minStake = 500e18;
        p.defaultExpiry = 2 days;
        ethml.setParameters(p);
        p.commitWindow = 8;
        ethml.setParameters(p);
        vm.assertEq(ethml.getBlock().parameters.commitWindow, 60, "the open block keeps its own");
        vm.assertEq(ethml.parameters().commitWindow, 8);
        vm.assertEq(ethml.minStake(), 500e18);
        uint256 id = ask();
        vm.assertEq(ethml.getRequest(id).expiry, ethml.getRequest(id).birth + 2 days);
        answer(1);
        vm.assertEq(ethml.getBlock().parameters.commitWindow, 8, "the next block has the latest");
        vm.assertEq(ethml.getBlock().ids[0], waiting);
        ethml.setParameters(standard());
        vm.assertEq(ethml.getBlock().parameters.commitWindow, 8);
        answer(1);
        ethml.setParameters(standard());
        vm.assertEq(ethml.getBlock().parameters.commitWindow, 60, "idle shows the next block's");
        assertAnswered(id, 1);
    }

    function test_WindowsOfARunningBlockDoNotMove() public {
        ask();
        commitRange(0, 5, 1);
        uint256 ends = ethml.getBlock().revealEndsAt;
        uint256 closed = ethml.getBlock().commitClosedAt;
        Parameters memory p = standard();
        p.revealWindow = 5;
        p.revealBlocks = 1;
        ethml.setParameters(p);
        vm.assertEq(ethml.getBlock().revealEndsAt, ends);
        vm.assertEq(ethml.getBlock().commitClosedAt, closed);
        vm.assertEq(ethml.getBlock().commitClosedAtBlock, vm.getBlockNumber());
        vm.assertEq(ethml.getBlock().revealEndsAtBlock, vm.getBlockNumber() + 50);
    }

    function test_RevertIf_ParameterIsOutOfItsBounds() public {
        uint256 n;
        bytes32[23] memory names = [
            bytes32("commitWindow"),
            "commitWindow",
            "revealWindow",
            "revealWindow",
            "revealBlocks",
            "targetCommitTime",
            "minStake",
            "minStake",
            "maxExpiry",
            "maxExpiry",
            "defaultExpiry",
            "defaultExpiry",
            "maxHeadStart",
            "secondsPerToken",
            "maxCommitTime",
            "maxCommitTime",
            "minDifficulty",
            "maxCallbackGas",
            "callbackGas",
            "nonRevealBps",
            "dissentBps",
            "settleBountyBps",
            "expireBountyBps"
        ];
        for (; n < names.length; ++n) {
            Parameters memory p = standard();
            if (n == 0) p.commitWindow = 0;
            if (n == 1) p.commitWindow = 1 days + 1;
            if (n == 2) p.revealWindow = 0;
            if (n == 3) p.revealWindow = 1 days + 1;
            if (n == 4) p.revealBlocks = 10_001;
            if (n == 5) p.targetCommitTime = 0;
            if (n == 6) p.minStake = 0;
            if (n == 7) p.minStake = 1e27 + 1;
            if (n == 8) p.maxExpiry = 30 days + 1;
            if (n == 9) p.maxExpiry = 0;
            if (n == 10) p.defaultExpiry = 0;
            if (n == 11) p.defaultExpiry = 30 days + 1;
            if (n == 12) p.maxHeadStart = 30 days - 1;
            if (n == 13) p.secondsPerToken = 30 days + 1;
            if (n == 14) p.maxCommitTime = 59;
            if (n == 15) p.maxCommitTime = 30 days + 1;
            if (n == 16) p.minDifficulty = 0;
            if (n == 17) p.maxCallbackGas = 400_001;
            if (n == 18) p.callbackGas = 100_001;
            if (n == 19) p.nonRevealBps = 10_001;
            if (n == 20) p.dissentBps = 1_001;
            if (n == 21) p.settleBountyBps = 1_001;
            if (n == 22) p.expireBountyBps = 1_001;
            (bool ok_, bytes memory reason) = address(ethml).call(abi.encodeCall(IEthMLExtension.setParameters, (p)));
            vm.assertFalse(ok_, "accepted");
            vm.assertEq(bytes32(bytes4(reason)), bytes32(IEthMLEvents.EthML_BadParameter.selector), "error");
            bytes32 name;
            assembly ("memory-safe") {
                name := mload(add(reason, 36))
            }
            vm.assertEq(name, names[n], "name");
        }
        Parameters memory q = standard();
        q.minTipPerGas = 1e15 + 1;
        vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
        ethml.setParameters(q);
        q = standard();
        q.backlogTip = uint96(type(uint64).max) + 1;
        vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
        ethml.setParameters(q);
        q = standard();
        q.voidAllowance = 1e24 + 1;
        vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
        ethml.setParameters(q);
    }

    function test_RevertIf_StrangerRules() public {
        bytes memory refusal = abi.encodeWithSelector(OwnableUpgradeable.OwnableUnauthorizedAccount.selector, STRANGER);
        Parameters memory p = standard();
        vm.startPrank(STRANGER);
        vm.expectRevert(refusal);
        ethml.setParameters(p);
        vm.expectRevert(refusal);
        ethml.pause();
        vm.expectRevert(refusal);
        ethml.unpause();
        vm.expectRevert(refusal);
        UUPSUpgradeable(address(ethml)).upgradeToAndCall(address(ethml), "");
        vm.stopPrank();
    }

    // ---------------------------------------------------------------- pause

    function test_PauseStopsNewRequestsAndBlocksAndNothingElse() public {
        uint256 first = ask();
        uint256 waiting = askWithTip(address(0xabc), 1e18);
        ethml.pause();
        vm.assertTrue(ethml.paused(), "paused");
        vm.expectRevert(IEthMLEvents.EthML_Paused.selector);
        ethml.pause();
        vm.expectRevert(IEthMLEvents.EthML_Paused.selector);
        ethml.requestPrediction(1, CANCER, 0);
        // commit, reveal, settle and claim go on; no block follows
        answer(1);
        assertAnswered(first, 1);
        ethml.claim(operators[0]);
        vm.assertEq(uint256(ethml.getBlock().phase), uint256(Phase.Idle), "no new block");
        vm.expectRevert(IEthMLEvents.EthML_Paused.selector);
        ethml.openBlock();
        vm.prank(address(0xabc));
        ethml.cancel(waiting);
        vm.assertEq(token.balanceOf(address(0xabc)), 1e18);
        ethml.unpause();
        vm.expectRevert(IEthMLEvents.EthML_NotPaused.selector);
        ethml.unpause();
        vm.expectRevert(IEthMLEvents.EthML_NothingToOpen.selector);
        ethml.openBlock();
    }

    function test_PausedQueueOpensWhenLetGo() public {
        ask();
        uint256 id = ask();
        ethml.pause();
        answer(1);
        ethml.unpause();
        ethml.openBlock();
        pass(1);
        answer(2);
        assertAnswered(id, 2);
    }

    // ---------------------------------------------------------------- upgrade

    function test_UpgradeInTheMiddleOfABlockKeepsEverything() public {
        uint256 id = ask();
        commitRange(0, 3, 1);
        EthMLViews views = new EthMLViews(token, registry, stake);
        EthML next = new EthML(new EthMLExtension(views));
        UUPSUpgradeable(address(ethml)).upgradeToAndCall(address(next), "");
        vm.assertEq(EthML(address(ethml)).extension(), next.extension(), "new code");
        commitRange(3, 5, 1);
        revealRange(0, 5);
        assertAnswered(id, 1);
    }

    function test_ImplementationsCannotBeInitialized() public {
        address extension = EthML(address(ethml)).extension();
        Parameters memory p = standard();
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        EthMLExtension(extension).initialize(STRANGER, 1, p);
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        ethml.initialize(STRANGER, 1, p);
    }

    function test_RevertIf_WiredToAnotherCoordinator() public {
        address implementation = address(new EthML(EthMLExtension(EthML(address(ethml)).extension())));
        bytes memory data = abi.encodeCall(IEthMLExtension.initialize, (STRANGER, 1, standard()));
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongWiring.selector, address(token), address(ethml)));
        new ERC1967Proxy(implementation, data);
        // a token that fits, a stake that does not
        address proxy = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 4);
        EthMLToken other = new EthMLToken(proxy, treasury, 0);
        EthMLViews views = new EthMLViews(other, registry, stake);
        implementation = address(new EthML(new EthMLExtension(views)));
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_WrongWiring.selector, address(stake), address(ethml)));
        new ERC1967Proxy(implementation, data);
    }

    function test_RevertIf_StartDifficultyIsOutOfBounds() public {
        address proxy = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 5);
        EthMLToken t = new EthMLToken(proxy, treasury, 0);
        OperatorStake k = new OperatorStake(t, proxy, 1);
        EthML implementation = new EthML(new EthMLExtension(new EthMLViews(t, registry, k)));
        Parameters memory p = standard();
        p.minDifficulty = 10;
        bytes memory data = abi.encodeCall(IEthMLExtension.initialize, (address(this), 9, p));
        vm.expectPartialRevert(IEthMLEvents.EthML_BadParameter.selector);
        new ERC1967Proxy(address(implementation), data);
    }

    function test_TimelockMayOwnIt() public {
        address[] memory who = new address[](1);
        who[0] = address(this);
        TimelockController timelock = new TimelockController(UNSTAKE_DELAY, who, who, address(0));
        OwnableUpgradeable(address(ethml)).transferOwnership(address(timelock));
        bytes memory accept = abi.encodeWithSignature("acceptOwnership()");
        timelock.schedule(address(ethml), 0, accept, 0, 0, UNSTAKE_DELAY);
        vm.warp(vm.getBlockTimestamp() + UNSTAKE_DELAY);
        timelock.execute(address(ethml), 0, accept, 0, 0);
        vm.assertEq(OwnableUpgradeable(address(ethml)).owner(), address(timelock), "owner");
        bytes memory pause = abi.encodeCall(IEthMLExtension.pause, ());
        timelock.schedule(address(ethml), 0, pause, 0, 0, UNSTAKE_DELAY);
        vm.expectRevert();
        timelock.execute(address(ethml), 0, pause, 0, 0);
        vm.warp(vm.getBlockTimestamp() + UNSTAKE_DELAY);
        timelock.execute(address(ethml), 0, pause, 0, 0);
        vm.assertTrue(ethml.paused(), "after the delay");
    }

    function test_ConstantsOfTheDeployment() public view {
        vm.assertEq(ethml.SEATS(), 5);
        vm.assertEq(ethml.THRESHOLD(), 3);
        vm.assertEq(ethml.MAX_REQUESTS(), 32);
        vm.assertEq(address(ethml.token()), address(token), "token");
        vm.assertEq(address(ethml.registry()), address(registry), "registry");
        vm.assertEq(address(ethml.operatorStake()), address(stake), "stake");
    }

    function test_StateLivesWhereErc7201SaysIt() public view {
        bytes32 slot = keccak256(abi.encode(uint256(keccak256("ethml.storage.EthML")) - 1)) & ~bytes32(uint256(0xff));
        // the head: difficulty at bit 176
        vm.assertEq(uint56(uint256(vm.load(address(ethml), slot)) >> 176), 1);
    }

    function test_RevertIf_NothingToClaim() public {
        vm.expectRevert(abi.encodeWithSelector(IEthMLEvents.EthML_NothingToClaim.selector, STRANGER));
        ethml.claim(STRANGER);
    }
}
