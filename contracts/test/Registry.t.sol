// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ModelRegistry} from "../src/ModelRegistry.sol";
import {IModelRegistry} from "../src/interfaces/IModelRegistry.sol";
import "../src/interfaces/Types.sol";
import {Cid} from "../src/libraries/Cid.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

contract RegistryTest is EthMLTest {
    function test_DeploymentRegistersTheFirstModels() public view {
        vm.assertEq(registry.modelCount(), 2);
        Model memory m = registry.getModel(1);
        vm.assertEq(m.publisher, publisher, "publisher");
        vm.assertEq(m.royaltyBps, 1_000);
        vm.assertEq(registry.manifestCID(1), cid("breast-cancer"), "manifest");
    }

    function test_AnybodyPublishesUnderTheNextId() public {
        uint256 id = registry.registerModel("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", 2_000, 2, 36, 1, 7, 0);
        vm.assertEq(id, 3);
        Model memory m = registry.getModel(3);
        vm.assertEq(m.publisher, address(this), "publisher");
        vm.assertEq(m.codec, 2);
        vm.assertEq(m.decimals, 36);
        vm.assertEq(m.rule, 1);
        vm.assertEq(m.tolerance, 7);
        vm.assertEq(registry.toleranceOf(3), 7);
        vm.assertEq(m.cidCodec, 0);
        vm.assertEq(registry.manifestCID(3), "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", "manifest");
        uint256 next = registry.registerModel(CANCER, 0, 3, 4, 0, 0, 3);
        vm.assertEq(registry.getModel(next).previousId, 3);
    }

    function test_RevertIf_RegistrationMakesNoSense() public {
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_RoyaltyTooHigh.selector, 2_001, 2_000));
        registry.registerModel(CANCER, 2_001, 0, 0, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_UnknownCodec.selector, 4));
        registry.registerModel(CANCER, 0, 4, 0, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_UnknownRule.selector, 2));
        registry.registerModel(CANCER, 0, 2, 0, 2, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_BadDecimals.selector, 1, 1, 0));
        registry.registerModel(CANCER, 0, 1, 1, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_BadDecimals.selector, 2, 37, 36));
        registry.registerModel(CANCER, 0, 2, 37, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_BadRule.selector, 0, 1, 0));
        registry.registerModel(CANCER, 0, 0, 0, 1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_BadRule.selector, 3, 1, 0));
        registry.registerModel(CANCER, 0, 3, 0, 1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_BadRule.selector, 2, 0, 1));
        registry.registerModel(CANCER, 0, 2, 0, 0, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_BadRule.selector, 2, 1, 1 << 255));
        registry.registerModel(CANCER, 0, 2, 0, 1, 1 << 255, 0);
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, "x"));
        registry.registerModel("x", 0, 0, 0, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_UnknownModel.selector, 9));
        registry.registerModel(CANCER, 0, 0, 0, 0, 0, 9);
        vm.expectRevert(
            abi.encodeWithSelector(IModelRegistry.ModelRegistry_NotPublisher.selector, 1, address(this), publisher)
        );
        registry.registerModel(CANCER, 0, 0, 0, 0, 0, 1);
    }

    function test_OnlyThePublisherDeprecatesOnce() public {
        vm.expectRevert(
            abi.encodeWithSelector(IModelRegistry.ModelRegistry_NotPublisher.selector, 1, address(this), publisher)
        );
        registry.deprecateModel(1);
        vm.startPrank(publisher);
        registry.deprecateModel(1);
        vm.expectRevert(abi.encodeWithSelector(IModelRegistry.ModelRegistry_AlreadyDeprecated.selector, 1));
        registry.deprecateModel(1);
        vm.stopPrank();
        vm.assertTrue(registry.getModel(1).deprecated, "deprecated");
    }

    function test_DeprecationSparesWhatWasAsked() public {
        uint256 id = ask();
        vm.prank(publisher);
        registry.deprecateModel(1);
        answer(1);
        assertAnswered(id, 1);
    }

    function test_FirstModelsMayComeInAnyFormOfCid() public {
        ModelRegistration[] memory first = new ModelRegistration[](2);
        first[0] = ModelRegistration("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", 0, 0, 0, 0, 0, 0);
        first[1] = ModelRegistration(DIABETES, 0, 0, 0, 0, 0, 1);
        ModelRegistry other = new ModelRegistry(publisher, first);
        vm.assertEq(other.manifestCID(1), first[0].manifestCID, "v0");
        vm.assertEq(other.manifestCID(2), DIABETES, "v1");
        first[1].manifestCID = "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuu1";
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, first[1].manifestCID));
        new ModelRegistry(publisher, first);
        first[1].manifestCID = "xafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua";
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, first[1].manifestCID));
        new ModelRegistry(publisher, first);
        first[1].manifestCID = "";
        vm.expectRevert(abi.encodeWithSelector(Cid.Cid_Malformed.selector, ""));
        new ModelRegistry(publisher, first);
    }
}
