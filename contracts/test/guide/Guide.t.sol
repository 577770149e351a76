// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IEthML} from "@ethml/contracts/src/interfaces/IEthML.sol";
import {Permit, RequestStatus} from "@ethml/contracts/src/interfaces/Types.sol";
import {EthMLToken} from "@ethml/contracts/src/EthMLToken.sol";
import {MockEthML} from "@ethml/contracts/src/testing/MockEthML.sol";
import {Vm} from "../utils/Vm.sol";
import {FirstPrediction} from "./FirstPrediction.sol";
import {Prices} from "./Prices.sol";

/// @dev What docs/consumer-guide.md says, played against the mock.
contract GuideTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string private constant POINT = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem";
    uint256 private constant KEY = 0xA11CE;

    MockEthML private mock;
    EthMLToken private token;
    Prices private prices;
    address private payer;

    function setUp() public {
        vm.warp(1_700_000_000);
        mock = new MockEthML();
        token = mock.token();
        prices = new Prices(IEthML(address(mock)), 3);
        payer = vm.addr(KEY);
        token.transfer(payer, 100e18);
        vm.prank(payer);
        token.approve(address(prices), 50e18);
    }

    function test_FirstPrediction() public {
        FirstPrediction first = new FirstPrediction(IEthML(address(mock)));
        uint256 id = first.ask("bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem");
        mock.answer(id, 1);
        assert(first.answer() == 1);
    }

    function test_FailureComesBackWithTheTip() public {
        uint256 id = _ask(10e18);
        mock.fail(id, 5); // NO_CONSENSUS
        assert(token.balanceOf(payer) == 100e18);
    }

    function test_UnavailableDataCostsABounty() public {
        uint256 id = _ask(10e18);
        mock.fail(id, 1); // DATA_UNAVAILABLE
        assert(token.balanceOf(payer) == 100e18 - 0.1e18);
    }

    function test_CallbackThatFailsIsReplayed() public {
        uint256 id = _ask(0);
        prices.listen(false);
        mock.answer(id, 4200);
        assert(mock.getRequest(id).undelivered && prices.priceOf(id) == 0);
        assert(prices.pull(id) == 4200); // the answer can be pulled all the same
        prices.listen(true);
        mock.retryCallback(id);
        assert(prices.priceOf(id) == 4200);
    }

    function test_ExpiredTipComesBack() public {
        uint256 id = _ask(10e18);
        vm.warp(block.timestamp + 1 days);
        mock.expire(id);
        assert(token.balanceOf(payer) == 100e18 - 0.1e18);
    }

    function test_SeveralAtOnceAndNegativeWords() public {
        string[] memory points = new string[](2);
        (points[0], points[1]) = (POINT, POINT);
        vm.prank(payer);
        uint256 id = prices.askMany(points, 1e18);
        vm.assertEq(token.balanceOf(address(mock)), 2e18);
        vm.assertEq(mock.getRequest(id).callbackGas, 150_000);
        vm.assertEq(mock.getRequest(id + 1).expiry, block.timestamp + 1 hours);
        mock.answer(id + 1, uint256(-int256(350)));
        assert(prices.priceOf(id + 1) == -350 && prices.unit() == 100);
        vm.expectRevert(abi.encodeWithSelector(Prices.Prices_NotAnswered.selector, id, RequestStatus.Queued));
        prices.pull(id);
    }

    function test_TakeBack() public {
        uint256 id = _ask(10e18);
        vm.prank(payer);
        prices.takeBack(id);
        vm.assertEq(token.balanceOf(payer), 100e18);
        vm.assertFalse(prices.isPending(id), "pending");
    }

    function test_PermitInsteadOfApproval() public {
        vm.prank(payer);
        token.approve(address(prices), 0);
        bytes32 digest = keccak256(
            abi.encodePacked(
                hex"1901",
                token.DOMAIN_SEPARATOR(),
                keccak256(
                    abi.encode(
                        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                        payer,
                        address(prices),
                        uint256(3e18),
                        uint256(0),
                        block.timestamp
                    )
                )
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, digest);
        vm.prank(payer);
        uint256 id = prices.askWithPermit(POINT, 3e18, Permit(3e18, block.timestamp, v, r, s));
        vm.assertEq(prices.payerOf(id), payer, "payer");
        vm.assertEq(token.balanceOf(payer), 97e18);
    }

    function test_RevertIf_ModelHasAnotherCodec() public {
        vm.expectRevert(abi.encodeWithSelector(Prices.Prices_WrongModel.selector, 1));
        new Prices(IEthML(address(mock)), 1);
    }

    function _ask(uint256 tip) private returns (uint256 id) {
        vm.prank(payer);
        id = prices.ask(POINT, tip);
    }
}
