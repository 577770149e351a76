// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import "../src/interfaces/Types.sol";
import {IEthMLEvents} from "../src/interfaces/IEthMLEvents.sol";
import {HostileRequester} from "./mocks/Requesters.sol";
import {EthMLTest} from "./utils/EthMLTest.sol";

/// @dev What somebody may try so that a request waits for ever, loses its place, its tip or its callback.
contract FairnessTest is EthMLTest {
    address private constant ALICE = address(0xa11ce);

    function test_VoidBlocksSendRequestsBackAsOftenAsItTakes() public {
        uint256 id = askWithTip(ALICE, 1e18);
        for (uint256 i; i < 4; ++i) {
            // five who never reveal, others each time
            commitRange(0, 5, 1);
            waitForWindow();
            settle();
            assertStatus(id, RequestStatus.Assigned);
            for (uint256 j; j < 5; ++j) {
                address silent = operators[j];
                (operators[j], operators[j + 5]) = (operators[j + 5], silent);
            }
        }
        vm.assertEq(number(), 5, "numbers advance");
        answer(7);
        assertAnswered(id, 7);
        vm.assertEq(token.balanceOf(address(ethml)), 1e18, "the tip waits for those who earned it");
    }

    function test_RequestsSentBackKeepTheirSlotAndQueueAtItsEnd() public {
        uint256 tipped = askWithTip(ALICE, 100e18);
        uint256 later = ask();
        give(ALICE, 100e18);
        vm.prank(ALICE);
        token.approve(address(ethml), 100e18);
        // the same slot as the first one's: a second later, 1/60 EML more
        vm.warp(vm.getBlockTimestamp() - 1);
        vm.prank(ALICE);
        uint256 beside = ethml.requestPrediction(1, DIABETES, 100e18);
        vm.assertEq(ethml.getRequest(beside).slot, ethml.getRequest(tipped).slot, "same slot");
        pass(2);
        commitRange(0, 5, 1);
        waitForWindow();
        settle();
        uint256[] memory ids = ethml.getBlock().ids;
        vm.assertEq(ids.length, 3);
        vm.assertEq(ids[0], beside, "who waited there comes first");
        vm.assertEq(ids[1], tipped, "then who was sent back");
        vm.assertEq(ids[2], later, "then later slots");
    }

    function test_RevertIf_ExpiryBringsTooLittleGasForTheCallback() public {
        HostileRequester requester = new HostileRequester(ethml);
        give(address(requester), 1e18);
        uint256 id = requester.request(1, CANCER, 1e18);
        vm.warp(ethml.getRequest(id).expiry);
        vm.expectPartialRevert(IEthMLEvents.EthML_InsufficientGas.selector);
        ethml.expire{gas: 130_000}(id);
        assertStatus(id, RequestStatus.Assigned);
        ethml.expire(id);
        vm.assertEq(requester.failures(), 1, "told");
    }

    /// A publisher, a miner and a settler are paid without being called.
    function test_ContractsThatRefuseEverythingArePaidAllTheSame() public {
        vm.etch(publisher, hex"fe");
        vm.etch(operators[4], hex"fe");
        vm.etch(settler, hex"fe");
        uint256 id = askWithTip(ALICE, 1e18);
        answer(3);
        assertAnswered(id, 3);
        ethml.claim(publisher);
        ethml.claim(operators[4]);
        ethml.claim(settler);
        vm.assertEq(token.balanceOf(publisher), 1e17, "royalty");
        vm.assertGt(token.balanceOf(operators[4]), 50e18, "subsidy and share");
        vm.assertEq(token.balanceOf(settler), 1e16, "bounty");
    }

    function test_RelayOfARevealPaysTheMinerNotTheRelay() public {
        askWithTip(ALICE, 1e18);
        commitRange(0, 5, 3);
        for (uint256 i; i < 5; ++i) {
            vm.prank(settler);
            this.relay(operators[i]);
        }
        (uint256 minted,) = ethml.rewardsOf(address(this));
        vm.assertEq(minted, 0, "nothing for carrying it");
        (minted,) = ethml.rewardsOf(operators[0]);
        vm.assertEq(minted, 50e18, "the miner's");
    }

    function relay(address miner) external {
        reveal(miner);
    }
}
