// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {UsingEthML} from "@ethml/contracts/src/UsingEthML.sol";
import {IEthML} from "@ethml/contracts/src/interfaces/IEthML.sol";
import {Model} from "@ethml/contracts/src/interfaces/Types.sol";

/// @title Cover whose price is a model's prediction
/// @notice A clinic measures an applicant and names the data point; the model says how far the disease will have gone in a year; that
/// decides what cover costs, or that there is none. Whoever buys is paid when the clinic reports the event.
/// @dev Whoever names the data point names the price, so only the clinic does. What is promised is always there: every policy's cover
/// is reserved when it is sold.
contract InsuranceQuote is UsingEthML {
    using SafeERC20 for IERC20;

    enum State {
        None,
        Asked,
        Offered,
        Declined,
        Unanswered,
        Covered,
        PaidOut,
        Ended
    }

    struct Quote {
        address applicant;
        State state;
        /// Unix seconds: of an offer, until when it can be taken; of a policy, until when it covers.
        uint64 until;
        uint128 cover;
        uint128 premium;
    }

    event Asked(uint256 indexed id, address indexed applicant, uint256 cover);
    event Offered(uint256 indexed id, int256 score, uint256 premium, uint256 until);
    event Declined(uint256 indexed id, int256 score);
    event Unanswered(uint256 indexed id, uint8 reason);
    event Covered(uint256 indexed id, uint256 until);
    event PaidOut(uint256 indexed id, uint256 cover);
    event Ended(uint256 indexed id);

    error InsuranceQuote_NotClinic(address caller);
    error InsuranceQuote_NotInsurer(address caller);
    error InsuranceQuote_NotApplicant(uint256 id, address caller, address applicant);
    error InsuranceQuote_WrongState(uint256 id, State state);
    error InsuranceQuote_TooLate(uint256 id, uint256 until);
    error InsuranceQuote_StillCovered(uint256 id, uint256 until);
    error InsuranceQuote_TooLittleCapital(uint256 free, uint256 needed);
    /// @notice The model's word is no fixed-point number.
    error InsuranceQuote_WrongModel(uint256 modelId);

    uint256 public constant BASIS = 10_000;
    /// @notice Of the cover, basis points: what everybody pays, and what each point of the score adds.
    uint256 public constant BASE_BPS = 100;
    uint256 public constant POINT_BPS = 4;
    /// @notice No cover beyond this score, in points.
    int256 public constant HIGHEST_SCORE = 200;
    uint256 public constant OFFER_STANDS = 7 days;
    uint256 public constant TERM = 365 days;

    address public immutable insurer;
    address public immutable clinic;
    /// @notice What premiums and cover are paid in.
    IERC20 public immutable currency;
    uint256 public immutable modelId;
    /// @notice The model's word for one point.
    int256 public immutable unit;

    /// @notice Promised to policies that run.
    uint256 public reserved;
    mapping(uint256 id => Quote) public quotes;

    modifier onlyClinic() {
        if (msg.sender != clinic) revert InsuranceQuote_NotClinic(msg.sender);
        _;
    }

    /// @param ethml_ The coordinator.
    /// @param modelId_ A model whose word is a fixed-point number, larger for a worse prospect.
    /// @param currency_ Any ERC-20 but EML: a failed request's tip passes through here, and must not be counted as capital.
    /// @param clinic_ Measures, and reports events.
    constructor(IEthML ethml_, uint256 modelId_, IERC20 currency_, address clinic_) UsingEthML(ethml_) {
        Model memory model = ethml_.registry().getModel(modelId_);
        // 2: fixed
        if (model.codec != 2) revert InsuranceQuote_WrongModel(modelId_);
        unit = int256(10 ** model.decimals);
        (insurer, modelId, currency, clinic) = (msg.sender, modelId_, currency_, clinic_);
    }

    // ---------------------------------------------------------------- a quote

    /// @notice Asks what cover of that size costs an applicant. The tip, in EML, comes from the clinic and goes back to it when no answer comes.
    /// @param dataPoint CID of the measurements.
    /// @return id Of the request, and of the quote.
    function ask(address applicant, uint128 cover, string calldata dataPoint, uint256 tip)
        external
        onlyClinic
        returns (uint256 id)
    {
        if (tip != 0) {
            IERC20 eml = IERC20(address(ethml.token()));
            eml.safeTransferFrom(msg.sender, address(this), tip);
            eml.forceApprove(address(ethml), tip);
        }
        id = _requestPrediction(modelId, dataPoint, tip);
        quotes[id] = Quote(applicant, State.Asked, 0, cover, 0);
        emit Asked(id, applicant, cover);
    }

    /// @dev Runs with 100,000 gas: one slot read, two written, no call to anybody.
    function _onPrediction(uint256 id, uint256 prediction) internal override {
        Quote storage q = quotes[id];
        int256 score = int256(prediction);
        if (score > HIGHEST_SCORE * unit) {
            q.state = State.Declined;
            emit Declined(id, score);
            return;
        }
        uint256 premium = premiumFor(q.cover, score);
        (q.state, q.until, q.premium) = (State.Offered, uint64(block.timestamp + OFFER_STANDS), uint128(premium));
        emit Offered(id, score, premium, q.until);
    }

    function _onFailure(uint256 id, uint8 reason) internal override {
        quotes[id].state = State.Unanswered;
        emit Unanswered(id, reason);
        // the tip is here already, less a bounty where the data was at fault
        uint256 refund = ethml.refundOf(id);
        if (refund != 0) IERC20(address(ethml.token())).safeTransfer(clinic, refund);
    }

    /// @notice What cover costs at a score, rounded up.
    /// @param score The model's word.
    function premiumFor(uint256 cover, int256 score) public view returns (uint256) {
        uint256 points = score > 0 ? uint256(score) : 0;
        uint256 scale = uint256(unit) * BASIS;
        uint256 rate = BASE_BPS * uint256(unit) + POINT_BPS * points;
        return (cover * rate + scale - 1) / scale;
    }

    // ---------------------------------------------------------------- a policy

    /// @notice Takes the offer: the premium comes from the caller's allowance. Requires capital for the cover.
    function buy(uint256 id) external {
        Quote storage q = quotes[id];
        if (msg.sender != q.applicant) revert InsuranceQuote_NotApplicant(id, msg.sender, q.applicant);
        if (q.state != State.Offered) revert InsuranceQuote_WrongState(id, q.state);
        if (block.timestamp > q.until) revert InsuranceQuote_TooLate(id, q.until);
        (q.state, q.until) = (State.Covered, uint64(block.timestamp + TERM));
        currency.safeTransferFrom(msg.sender, address(this), q.premium);
        uint256 free = capital();
        if (free < q.cover) revert InsuranceQuote_TooLittleCapital(free, q.cover);
        reserved += q.cover;
        emit Covered(id, q.until);
    }

    /// @notice The clinic reports the event: the cover is paid.
    function report(uint256 id) external onlyClinic {
        Quote storage q = quotes[id];
        if (q.state != State.Covered) revert InsuranceQuote_WrongState(id, q.state);
        if (block.timestamp > q.until) revert InsuranceQuote_TooLate(id, q.until);
        q.state = State.PaidOut;
        reserved -= q.cover;
        emit PaidOut(id, q.cover);
        currency.safeTransfer(q.applicant, q.cover);
    }

    /// @notice Sets capital free whose policy has ended.
    function end(uint256 id) external {
        Quote storage q = quotes[id];
        if (q.state != State.Covered) revert InsuranceQuote_WrongState(id, q.state);
        if (block.timestamp <= q.until) revert InsuranceQuote_StillCovered(id, q.until);
        q.state = State.Ended;
        reserved -= q.cover;
        emit Ended(id);
    }

    // ---------------------------------------------------------------- capital

    /// @notice What is here and promised to nobody. The insurer adds to it by a plain transfer.
    function capital() public view returns (uint256) {
        return currency.balanceOf(address(this)) - reserved;
    }

    /// @notice Takes capital out that is promised to nobody.
    function withdraw(uint256 amount) external {
        if (msg.sender != insurer) revert InsuranceQuote_NotInsurer(msg.sender);
        uint256 free = capital();
        if (amount > free) revert InsuranceQuote_TooLittleCapital(free, amount);
        currency.safeTransfer(insurer, amount);
    }
}
