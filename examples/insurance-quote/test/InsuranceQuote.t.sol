// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EthMLToken} from "@ethml/contracts/src/EthMLToken.sol";
import {UsingEthML} from "@ethml/contracts/src/UsingEthML.sol";
import {IEthML} from "@ethml/contracts/src/interfaces/IEthML.sol";
import {MockEthML} from "@ethml/contracts/src/testing/MockEthML.sol";
import {InsuranceQuote} from "../src/InsuranceQuote.sol";
import {Dollar} from "./Dollar.sol";
import {Vm} from "./Vm.sol";

/// @dev The application against the mock: no network, no miners, the test says what the model predicts.
contract InsuranceQuoteTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string private constant POINT = "bafkreibjkx2c7hfbefcn5uhy3ixjjo3pwbtfgagdisask76jqefh274eze";
    uint128 private constant COVER = 1_000e18;
    address private constant CLINIC = address(0xc11);
    address private constant ANN = address(0xa22);

    MockEthML private mock;
    EthMLToken private eml;
    Dollar private usd;
    InsuranceQuote private insurance;

    function setUp() public {
        vm.warp(1_700_000_000);
        mock = new MockEthML();
        eml = mock.token();
        usd = new Dollar();
        insurance = new InsuranceQuote(IEthML(address(mock)), 3, usd, CLINIC);
        usd.transfer(address(insurance), 2_500e18);
        usd.transfer(ANN, 500e18);
        eml.transfer(CLINIC, 10e18);
        vm.prank(ANN);
        usd.approve(address(insurance), type(uint256).max);
        vm.prank(CLINIC);
        eml.approve(address(insurance), type(uint256).max);
    }

    function test_PredictionBecomesAnOffer() public {
        uint256 id = _ask(0);
        _assertState(id, InsuranceQuote.State.Asked);
        mock.answer(id, 87_91);
        _assertState(id, InsuranceQuote.State.Offered);
        (,, uint64 until,, uint128 premium) = insurance.quotes(id);
        vm.assertEq(until, block.timestamp + 7 days);
        // 1 % and 0.04 % for each of 87.91 points
        vm.assertEq(premium, 45.164e18);
        assert(!mock.getRequest(id).undelivered);
    }

    function test_ScoreAboveTheHighestIsDeclined() public {
        uint256 id = _ask(0);
        mock.answer(id, 200_01);
        _assertState(id, InsuranceQuote.State.Declined);
        _buyReverts(
            id,
            abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_WrongState.selector, id, InsuranceQuote.State.Declined)
        );
        id = _ask(0);
        mock.answer(id, 200_00);
        _assertState(id, InsuranceQuote.State.Offered);
    }

    function test_NegativeScoreCostsTheLeast() public {
        uint256 id = _ask(0);
        mock.answer(id, uint256(-int256(350)));
        (,,,, uint128 premium) = insurance.quotes(id);
        vm.assertEq(premium, 10e18);
        vm.assertEq(insurance.premiumFor(1, 1), 1, "rounded up");
    }

    function test_NoAnswerGivesTheTipBackToTheClinic() public {
        uint256 id = _ask(2e18);
        vm.assertEq(eml.balanceOf(CLINIC), 8e18);
        mock.fail(id, 5);
        _assertState(id, InsuranceQuote.State.Unanswered);
        vm.assertEq(eml.balanceOf(CLINIC), 10e18);
        id = _ask(0);
        mock.fail(id, 1);
        _assertState(id, InsuranceQuote.State.Unanswered);
    }

    function test_PolicyIsPaidOut() public {
        uint256 id = _offer();
        vm.prank(ANN);
        insurance.buy(id);
        _assertState(id, InsuranceQuote.State.Covered);
        vm.assertEq(insurance.reserved(), COVER);
        vm.assertEq(insurance.capital(), 1_545.164e18);
        vm.prank(CLINIC);
        insurance.report(id);
        _assertState(id, InsuranceQuote.State.PaidOut);
        vm.assertEq(usd.balanceOf(ANN), 500e18 - 45.164e18 + 1_000e18);
        vm.assertEq(insurance.reserved(), 0);
        vm.expectRevert(
            abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_WrongState.selector, id, InsuranceQuote.State.PaidOut)
        );
        vm.prank(CLINIC);
        insurance.report(id);
    }

    function test_PolicyEndsWithItsTerm() public {
        uint256 id = _offer();
        vm.prank(ANN);
        insurance.buy(id);
        (,, uint64 until,,) = insurance.quotes(id);
        vm.expectRevert(abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_StillCovered.selector, id, until));
        insurance.end(id);
        vm.warp(until + 1);
        vm.expectRevert(abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_TooLate.selector, id, until));
        vm.prank(CLINIC);
        insurance.report(id);
        insurance.end(id);
        _assertState(id, InsuranceQuote.State.Ended);
        vm.assertEq(insurance.reserved(), 0);
    }

    function test_OfferStandsForAWeek() public {
        uint256 id = _offer();
        (,, uint64 until,,) = insurance.quotes(id);
        vm.warp(until + 1);
        _buyReverts(id, abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_TooLate.selector, id, until));
    }

    function test_NoMoreCoverIsSoldThanThereIsCapital() public {
        for (uint256 i; i < 2; ++i) {
            uint256 id = _offer();
            vm.prank(ANN);
            insurance.buy(id);
        }
        uint256 third = _offer();
        uint256 free = insurance.capital() + 45.164e18;
        _buyReverts(third, abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_TooLittleCapital.selector, free, COVER));
        vm.expectRevert(
            abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_TooLittleCapital.selector, free - 45.164e18, 1_000e18)
        );
        insurance.withdraw(1_000e18);
        insurance.withdraw(free - 45.164e18);
        vm.assertEq(usd.balanceOf(address(insurance)), 2 * uint256(COVER), "what is promised stays");
    }

    function test_RevertIf_SomebodyElseActs() public {
        vm.expectRevert(abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_NotClinic.selector, address(this)));
        insurance.ask(ANN, COVER, POINT, 0);
        vm.expectRevert(abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_NotClinic.selector, address(this)));
        insurance.report(1);
        uint256 id = _offer();
        vm.expectRevert(
            abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_NotApplicant.selector, id, address(this), ANN)
        );
        insurance.buy(id);
        vm.expectRevert(abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_NotInsurer.selector, ANN));
        vm.prank(ANN);
        insurance.withdraw(1);
        vm.expectRevert(abi.encodeWithSelector(UsingEthML.UsingEthML_NotCoordinator.selector, address(this)));
        insurance.requestCallback(id, 0);
    }

    function test_RevertIf_ModelPredictsNoNumber() public {
        vm.expectRevert(abi.encodeWithSelector(InsuranceQuote.InsuranceQuote_WrongModel.selector, 1));
        new InsuranceQuote(IEthML(address(mock)), 1, usd, CLINIC);
    }

    function _ask(uint256 tip) private returns (uint256 id) {
        vm.prank(CLINIC);
        id = insurance.ask(ANN, COVER, POINT, tip);
    }

    function _offer() private returns (uint256 id) {
        id = _ask(0);
        mock.answer(id, 87_91);
    }

    function _buyReverts(uint256 id, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(ANN);
        insurance.buy(id);
    }

    function _assertState(uint256 id, InsuranceQuote.State expected) private view {
        (, InsuranceQuote.State state,,,) = insurance.quotes(id);
        vm.assertEq(uint256(state), uint256(expected), "state");
    }
}
