package deploy

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"strings"
	"text/tabwriter"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ethml/ethml/contracts/bindings"
)

// Addresses of a deployment. Timelock and Consumer are zero where there is none.
type Addresses struct {
	Token          common.Address `json:"token"`
	Registry       common.Address `json:"registry"`
	Stake          common.Address `json:"stake"`
	Views          common.Address `json:"views"`
	Extension      common.Address `json:"extension"`
	Implementation common.Address `json:"implementation"`
	// Coordinator is the proxy, the one address that everybody talks to.
	Coordinator common.Address `json:"coordinator"`
	Timelock    common.Address `json:"timelock,omitzero"`
	Consumer    common.Address `json:"consumer,omitzero"`
}

// Step is one transaction.
type Step struct {
	Name  string
	Nonce uint64
	// To is nil for a step that creates a contract, at Address.
	To      *common.Address
	Address common.Address
	Data    []byte
	// Gas is what the transaction is expected to use, GasLimit what it may.
	Gas, GasLimit uint64
	// CodeHash is what the created code must hash to; zero if not known.
	CodeHash common.Hash
}

// Plan is what a deployment would send.
type Plan struct {
	ChainID  *big.Int
	Deployer common.Address
	Addresses
	Steps []Step
	// Simulated says whether gas and code are known from a simulation.
	Simulated bool
	// FeeCap and TipCap are in wei for a unit of gas; BaseFee is the current one.
	FeeCap, TipCap, BaseFee *big.Int
	Balance                 *big.Int
}

func metas() []*bind.MetaData {
	return []*bind.MetaData{
		&bindings.EthMLTokenMetaData, &bindings.ModelRegistryMetaData, &bindings.OperatorStakeMetaData,
		&bindings.EthMLViewsMetaData, &bindings.EthMLExtensionMetaData, &bindings.EthMLMetaData,
		&bindings.ERC1967ProxyMetaData, &bindings.TimelockControllerMetaData, &bindings.PredictionConsumerMetaData,
	}
}

func bytecode() []string {
	var all []string
	for _, meta := range metas() {
		all = append(all, meta.Bin)
	}
	return all
}

// planner lays out steps from a first nonce on.
type planner struct {
	from  common.Address
	nonce uint64
	steps []Step
}

func (p *planner) create(name string, meta *bind.MetaData, arguments []byte) {
	p.steps = append(p.steps, Step{
		Name: "deploy " + name, Nonce: p.nonce, Address: crypto.CreateAddress(p.from, p.nonce),
		Data: append(common.FromHex(meta.Bin), arguments...),
	})
	p.nonce++
}

func (p *planner) call(name string, to common.Address, data []byte) {
	p.steps = append(p.steps, Step{Name: name, Nonce: p.nonce, To: &to, Data: data})
	p.nonce++
}

// layout is the same for the same configuration and nonce.
func layout(cfg Config, nonce uint64) (Addresses, []Step, error) {
	from := cfg.Signer.Address()
	at := func(offset uint64) common.Address { return crypto.CreateAddress(from, nonce+offset) }
	a := Addresses{
		Token: at(0), Registry: at(1), Stake: at(2), Views: at(3), Extension: at(4), Implementation: at(5), Coordinator: at(6),
	}
	next, owner := uint64(7), cfg.Owner
	if cfg.Parameters.TimelockDelay > 0 {
		a.Timelock, owner = at(next), at(next)
		next++
	}
	if cfg.Parameters.Consumer {
		a.Consumer = at(next)
	}
	registrations := make([]bindings.ModelRegistration, 0, len(cfg.Models))
	for _, model := range cfg.Models {
		registrations = append(registrations, model.registration())
	}
	initialize, err := bindings.NewEthML().TryPackInitialize(owner, cfg.Parameters.Difficulty, cfg.Parameters.Coordinator.binding())
	if err != nil {
		return a, nil, fmt.Errorf("pack coordinator parameters: %w", err)
	}

	token, stake := bindings.NewEthMLToken(), bindings.NewOperatorStake()
	p := &planner{from: from, nonce: nonce}
	p.create("token", &bindings.EthMLTokenMetaData, token.PackConstructor(a.Coordinator, from, &cfg.Parameters.GenesisAllocation.Int))
	p.create(fmt.Sprintf("registry with %d models", len(registrations)), &bindings.ModelRegistryMetaData,
		bindings.NewModelRegistry().PackConstructor(cfg.Publisher, registrations))
	p.create("stake", &bindings.OperatorStakeMetaData,
		stake.PackConstructor(a.Token, a.Coordinator, new(big.Int).SetUint64(cfg.Parameters.UnstakeDelay)))
	p.create("views", &bindings.EthMLViewsMetaData, bindings.NewEthMLViews().PackConstructor(a.Token, a.Registry, a.Stake))
	p.create("extension", &bindings.EthMLExtensionMetaData, bindings.NewEthMLExtension().PackConstructor(a.Views))
	p.create("implementation", &bindings.EthMLMetaData, bindings.NewEthML().PackConstructor(a.Extension))
	p.create("coordinator", &bindings.ERC1967ProxyMetaData, bindings.NewERC1967Proxy().PackConstructor(a.Implementation, initialize))
	if a.Timelock != (common.Address{}) {
		// No admin: the delay holds for the timelock's own settings too.
		p.create("timelock", &bindings.TimelockControllerMetaData, bindings.NewTimelockController().PackConstructor(
			new(big.Int).SetUint64(cfg.Parameters.TimelockDelay), []common.Address{cfg.Owner}, []common.Address{cfg.Owner}, common.Address{}))
	}
	if cfg.Parameters.Consumer {
		p.create("consumer", &bindings.PredictionConsumerMetaData, bindings.NewPredictionConsumer().PackConstructor(a.Coordinator))
	}
	for _, grant := range cfg.Grants {
		p.call(fmt.Sprintf("give %s to %s", grant.Amount, grant.To), a.Token, token.PackTransfer(grant.To, &grant.Amount.Int))
	}
	if len(cfg.Stakes) > 0 {
		total := new(big.Int)
		for _, stake := range cfg.Stakes {
			total.Add(total, &stake.Amount.Int)
		}
		p.call("allow the stakes", a.Token, token.PackApprove(a.Stake, total))
	}
	for _, operator := range cfg.Stakes {
		p.call(fmt.Sprintf("stake %s for %s", operator.Amount, operator.To), a.Stake, stake.PackStakeFor(operator.To, &operator.Amount.Int))
	}
	return a, p.steps, nil
}

// NewPlan simulates a deployment from the account's next nonce on. It sends
// nothing, so it is the dry run.
func NewPlan(ctx context.Context, cfg Config) (*Plan, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	cfg = cfg.withDefaults()
	chainID, err := checkChain(ctx, cfg)
	if err != nil {
		return nil, err
	}
	from := cfg.Signer.Address()
	nonce, err := cfg.Client.NonceAt(ctx, from, nil)
	if err != nil {
		return nil, fmt.Errorf("read nonce of %s: %w", from, err)
	}
	pending, err := cfg.Client.PendingNonceAt(ctx, from)
	if err != nil {
		return nil, fmt.Errorf("read nonce of %s: %w", from, err)
	}
	if pending != nonce {
		return nil, fmt.Errorf("account %s has %d transactions in flight: wait until they are mined, or deploy from another account", from, pending-nonce)
	}
	return newPlan(ctx, cfg, chainID, nonce)
}

func newPlan(ctx context.Context, cfg Config, chainID *big.Int, nonce uint64) (*Plan, error) {
	addresses, steps, err := layout(cfg, nonce)
	if err != nil {
		return nil, err
	}
	plan := &Plan{ChainID: chainID, Deployer: cfg.Signer.Address(), Addresses: addresses, Steps: steps}
	if plan.Simulated, err = simulate(ctx, cfg.Client, plan.Deployer, plan.Steps); err != nil {
		return nil, err
	}
	if plan.FeeCap, plan.TipCap, plan.BaseFee, err = fees(ctx, cfg); err != nil {
		return nil, err
	}
	if plan.Balance, err = cfg.Client.BalanceAt(ctx, plan.Deployer, nil); err != nil {
		return nil, fmt.Errorf("read balance of %s: %w", plan.Deployer, err)
	}
	return plan, nil
}

// Cost is the expected cost and the most that the transactions can cost, in wei.
func (p *Plan) Cost() (expected, most *big.Int) {
	expected, most = new(big.Int), new(big.Int)
	price := new(big.Int).Add(p.BaseFee, p.TipCap)
	if price.Cmp(p.FeeCap) > 0 {
		price = p.FeeCap
	}
	for _, step := range p.Steps {
		expected.Add(expected, new(big.Int).Mul(price, new(big.Int).SetUint64(step.Gas)))
		most.Add(most, new(big.Int).Mul(p.FeeCap, new(big.Int).SetUint64(step.GasLimit)))
	}
	return expected, most
}

// CheckBalance says whether the account can pay for all of it. A node refuses
// transactions that could cost more than the account has.
func (p *Plan) CheckBalance() error {
	expected, most := p.Cost()
	if p.Balance.Cmp(most) < 0 {
		return fmt.Errorf("account %s has %s ETH, the deployment costs about %s and may cost %s: send it more, or lower the fee limit",
			p.Deployer, ether(p.Balance), ether(expected), ether(most))
	}
	return nil
}

// Print writes what would be done, for people.
func (p *Plan) Print(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "Deployment on chain %s from %s\n\nnonce\tgas\twhat\tat\n", p.ChainID, p.Deployer)
	var gas uint64
	for _, step := range p.Steps {
		at := ""
		if step.To == nil {
			at = step.Address.Hex()
		}
		fmt.Fprintf(out, "%d\t%d\t%s\t%s\n", step.Nonce, step.Gas, step.Name, at)
		gas += step.Gas
	}
	how := "simulated"
	if !p.Simulated {
		how = "estimated from the size of the code, since the node cannot simulate"
	}
	expected, most := p.Cost()
	fmt.Fprintf(out, "\n%d transactions, %d gas (%s)\ncosts about %s ETH now, at most %s ETH; the account has %s ETH\n",
		len(p.Steps), gas, how, ether(expected), ether(most), ether(p.Balance))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("print plan: %w", err)
	}
	return nil
}

func ether(wei *big.Int) string {
	text := new(big.Rat).SetFrac(wei, big.NewInt(params.Ether)).FloatString(9)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func checkChain(ctx context.Context, cfg Config) (*big.Int, error) {
	id, err := cfg.Client.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("read chain id: %w; is the Ethereum node up, and its address right?", err)
	}
	if cfg.ChainID != 0 && id.Uint64() != cfg.ChainID {
		return nil, fmt.Errorf("the node is on chain %s, not %d: give the address of a node on chain %d", id, cfg.ChainID, cfg.ChainID)
	}
	return id, nil
}

// fees leaves room for the base fee to double while the transactions wait.
func fees(ctx context.Context, cfg Config) (feeCap, tipCap, baseFee *big.Int, err error) {
	head, err := cfg.Client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("read head: %w", err)
	}
	if head.BaseFee == nil {
		return nil, nil, nil, fmt.Errorf("chain has no EIP-1559 fees at block %s: the contracts need a chain at Cancun or later", head.Number)
	}
	if tipCap, err = cfg.Client.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, nil, fmt.Errorf("ask for the priority fee: %w", err)
	}
	feeCap = new(big.Int).Add(new(big.Int).Lsh(head.BaseFee, 1), tipCap)
	if cfg.MaxFee != nil && feeCap.Cmp(cfg.MaxFee) > 0 {
		if head.BaseFee.Cmp(cfg.MaxFee) > 0 {
			return nil, nil, nil, fmt.Errorf("base fee is %s wei, above the limit of %s: wait, or raise the limit", head.BaseFee, cfg.MaxFee)
		}
		feeCap = new(big.Int).Set(cfg.MaxFee)
		if tipCap.Cmp(feeCap) > 0 {
			tipCap = new(big.Int).Set(feeCap)
		}
	}
	return feeCap, tipCap, head.BaseFee, nil
}
