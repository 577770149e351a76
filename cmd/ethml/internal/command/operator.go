package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/operator"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/reverts"
)

// Operator is an operator's life, in the order in which it is lived.
type Operator struct {
	Init     OperatorInit     `cmd:"" help:"Prepare a node: account, network file, settings for deploy/operator.compose.yml."`
	Fund     OperatorFund     `cmd:"" help:"Send ether and EML to an operator's account."`
	Stake    OperatorStake    `cmd:"" help:"Stake EML, with the allowance that takes."`
	Status   OperatorStatus   `cmd:"" help:"Show how an operator's account stands."`
	Claim    OperatorClaim    `cmd:"" help:"Pay out rewards."`
	Drain    OperatorDrain    `cmd:"" help:"Say whether a submitter owes a reveal, or can be stopped."`
	Backup   OperatorBackup   `cmd:"" help:"Copy a stopped submitter's journal, to keep or to move it."`
	Restore  OperatorRestore  `cmd:"" help:"Put a copy of a journal in place, when that is safe."`
	Unstake  OperatorUnstake  `cmd:"" help:"Start the way out for stake."`
	Withdraw OperatorWithdraw `cmd:"" help:"Get back the stake whose delay is over."`
}

// operatorFlags are the network, who signs, and which operator it is about.
type operatorFlags struct {
	networkFlag
	signerFlags
	jsonFlag
	Limit time.Duration `help:"How long it may take at most." default:"10m"`
}

// session is a network that an operator's command talks to.
type session struct {
	file   *network.Network
	chain  *operator.Network
	signer *bind.TransactOpts
	show   *progress.Writer
	close  func()
}

// open connects; where sign is set, the account is opened as well.
func (f operatorFlags) open(ctx context.Context, sign bool) (*session, error) {
	file, client, err := f.dial(ctx)
	if err != nil {
		return nil, err
	}
	s := &session{file: file, show: progress.New(os.Stderr), close: client.Close}
	if s.chain, err = operator.Open(ctx, client, file.Coordinator); err == nil && sign {
		s.signer, err = f.signer(file.ChainID)
	}
	if err != nil {
		client.Close()
		return nil, err
	}
	return s, nil
}

// send opens the account, sends what send sends, and prints it.
func (f operatorFlags) send(ctx context.Context, send func(context.Context, *session) ([]*operator.Sent, error)) error {
	s, err := f.open(ctx, true)
	if err != nil {
		return err
	}
	defer s.close()
	ctx, cancel := context.WithTimeoutCause(ctx, f.Limit, fmt.Errorf("not done within %s: `ethml operator status` shows where it stands", f.Limit))
	defer cancel()
	var all []*operator.Sent
	err = s.show.During(ctx, "until it is mined", func(ctx context.Context) (err error) {
		all, err = send(ctx, s)
		return err
	})
	for _, sent := range all {
		if err := f.print(sent, func() error {
			_, err := fmt.Fprintf(stdout, "%s: mined in Ethereum block %d, %s\n", sent.What, sent.Block, sent.Tx)
			return err
		}); err != nil {
			return err
		}
	}
	return ended(ctx, operatorHint(err))
}

// operatorHint adds to a contract's refusal what to do about it.
func operatorHint(err error) error {
	var r *reverts.Error
	switch {
	case err != nil && strings.Contains(err.Error(), "insufficient funds"):
		return fmt.Errorf("%w: the account that signs can't pay for the gas; send it ether", err)
	case !errors.As(err, &r):
		return err
	}
	switch r.Name {
	case "OperatorStake_NotYetAvailable":
		if at, ok := r.Values[0].(*big.Int); ok {
			return fmt.Errorf("%w: wait until %s", err, time.Unix(at.Int64(), 0).UTC().Format(time.DateTime))
		}
	case "OperatorStake_NothingUnstaking":
		return fmt.Errorf("%w: start with `ethml operator unstake`", err)
	case "OperatorStake_Seated":
		return fmt.Errorf("%w: the account holds a seat; wait until the open block has ended", err)
	case "EthML_NothingToClaim":
		return fmt.Errorf("%w: the account has no rewards", err)
	}
	return err
}

// one makes a list of one transaction.
func one(sent *operator.Sent, err error) ([]*operator.Sent, error) {
	if err != nil {
		return nil, err
	}
	return []*operator.Sent{sent}, nil
}

// of is the operator that a flag names, or else the account that signs.
func of(flag string, signer common.Address) (common.Address, error) {
	if flag == "" {
		return signer, nil
	}
	return parseAddress("--operator", flag)
}

// OperatorFund sends an operator what it needs.
type OperatorFund struct {
	operatorFlags
	Operator string `arg:"" help:"The operator's address." placeholder:"0x..."`
	Ether    string `help:"Ether to send, such as 0.5." default:"0"`
	EML      string `name:"eml" help:"EML to send." default:"0"`
}

// Run sends both, from the account that signs.
func (c *OperatorFund) Run(ctx context.Context) error {
	to, err := parseAddress("operator", c.Operator)
	if err != nil {
		return err
	}
	ether, err := parseEML("--ether", c.Ether)
	if err != nil {
		return err
	}
	eml, err := parseEML("--eml", c.EML)
	if err != nil {
		return err
	}
	if ether.Sign() == 0 && eml.Sign() == 0 {
		return cli.WithCode(cli.ExitUsage, errors.New("nothing to send: give --ether, --eml or both"))
	}
	return c.send(ctx, func(ctx context.Context, s *session) (all []*operator.Sent, err error) {
		if ether.Sign() > 0 {
			sent, err := s.chain.GiveEther(ctx, s.signer, to, ether)
			if err != nil {
				return all, err
			}
			all = append(all, sent)
		}
		if eml.Sign() > 0 {
			sent, err := s.chain.GiveEML(ctx, s.signer, to, eml)
			if err != nil {
				return all, err
			}
			all = append(all, sent)
		}
		return all, nil
	})
}

// OperatorStake stakes.
type OperatorStake struct {
	operatorFlags
	Amount   string `arg:"" help:"EML to stake, such as 100."`
	Operator string `help:"Whose stake grows; default: the account that signs." placeholder:"0x..."`
}

// Run approves and stakes.
func (c *OperatorStake) Run(ctx context.Context) error {
	amount, err := parseEML("amount", c.Amount)
	if err != nil {
		return err
	}
	return c.send(ctx, func(ctx context.Context, s *session) ([]*operator.Sent, error) {
		account, err := of(c.Operator, s.signer.From)
		if err != nil {
			return nil, err
		}
		return s.chain.AddStake(ctx, s.signer, account, amount)
	})
}

// OperatorUnstake starts the way out.
type OperatorUnstake struct {
	operatorFlags
	Amount string `arg:"" help:"EML to take out, or all."`
}

// Run requests it, and says when it can be withdrawn.
func (c *OperatorUnstake) Run(ctx context.Context) error {
	var amount *big.Int
	if c.Amount != "all" {
		var err error
		if amount, err = parseEML("amount", c.Amount); err != nil {
			return err
		}
	}
	var delay uint64
	err := c.send(ctx, func(ctx context.Context, s *session) ([]*operator.Sent, error) {
		standing, err := s.chain.Standing(ctx, s.signer.From)
		if err != nil {
			return nil, err
		}
		delay = standing.UnstakeDelay
		if amount == nil {
			amount = standing.Stake
		}
		return one(s.chain.Unstake(ctx, s.signer, amount))
	})
	if err == nil {
		fmt.Fprintf(os.Stderr, "it can be withdrawn in %s, with `ethml operator withdraw`; until then it can still be slashed\n", time.Duration(delay)*time.Second)
	}
	return err
}

// OperatorWithdraw gets unstaked EML back.
type OperatorWithdraw struct {
	operatorFlags
	Wait bool `help:"Wait until the delay is over and no seat is held."`
}

// Run withdraws.
func (c *OperatorWithdraw) Run(ctx context.Context) error {
	return c.send(ctx, func(ctx context.Context, s *session) ([]*operator.Sent, error) {
		if c.Wait {
			if err := c.until(ctx, s); err != nil {
				return nil, err
			}
		}
		return one(s.chain.Withdraw(ctx, s.signer))
	})
}

// until waits for the contract's own conditions.
func (c *OperatorWithdraw) until(ctx context.Context, s *session) error {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		standing, err := s.chain.Standing(ctx, s.signer.From)
		if err != nil {
			return err
		}
		now, err := s.chain.ChainTime(ctx)
		if err != nil {
			return err
		}
		if standing.Unstaking.Sign() == 0 || now >= standing.AvailableAt && !standing.Seated {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}

// OperatorClaim pays out rewards.
type OperatorClaim struct {
	operatorFlags
	Operator string `help:"Whose rewards; anybody may send it; default: the account that signs." placeholder:"0x..."`
}

// Run claims.
func (c *OperatorClaim) Run(ctx context.Context) error {
	return c.send(ctx, func(ctx context.Context, s *session) ([]*operator.Sent, error) {
		account, err := of(c.Operator, s.signer.From)
		if err != nil {
			return nil, err
		}
		return one(s.chain.Claim(ctx, s.signer, account))
	})
}

// OperatorStatus shows an account.
type OperatorStatus struct {
	operatorFlags
	Operator []string `help:"Whose; may be repeated; default: those of the network file, or the account that signs." placeholder:"0x..."`
}

// Run prints how each account stands.
func (c *OperatorStatus) Run(ctx context.Context) error {
	s, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.close()
	var accounts []common.Address
	for _, text := range c.Operator {
		a, err := parseAddress("--operator", text)
		if err != nil {
			return err
		}
		accounts = append(accounts, a)
	}
	if len(accounts) == 0 && c.Keystore == "" {
		accounts = s.file.Operators
	}
	if len(accounts) == 0 {
		a, err := c.address(s.file.ChainID)
		if err != nil {
			return fmt.Errorf("%w; or give --operator", err)
		}
		accounts = append(accounts, a)
	}
	for _, a := range accounts {
		standing, err := s.chain.Standing(ctx, a)
		if err != nil {
			return err
		}
		if err := c.print(standing, func() error { return writeStanding(standing) }); err != nil {
			return err
		}
	}
	return nil
}

func writeStanding(s *operator.Standing) error {
	ready := "enough to take seats"
	if !s.CanCommit {
		ready = fmt.Sprintf("too little to take a seat, which takes %s", status.Ether(s.MinStake))
	}
	fmt.Fprintf(stdout, "account     %s\n", s.Account)
	fmt.Fprintf(stdout, "  ether     %s ETH, %d transactions in flight\n", status.Ether(s.Ether), s.InFlight)
	fmt.Fprintf(stdout, "  tokens    %s EML, and %s EML of rewards to claim\n", status.Ether(s.EML), status.Ether(s.Rewards))
	fmt.Fprintf(stdout, "  stake     %s EML, %s\n", status.Ether(s.Stake), ready)
	if s.Unstaking.Sign() > 0 {
		fmt.Fprintf(stdout, "  leaving   %s EML, to be withdrawn from %s on\n", status.Ether(s.Unstaking), time.Unix(int64(s.AvailableAt), 0).UTC().Format(time.DateTime))
	}
	if s.Seated {
		fmt.Fprintf(stdout, "  seat      in the open block\n")
	}
	if s.Offences > 0 {
		fmt.Fprintf(stdout, "  missed    %d reveals: each further one within 1,000 blocks is slashed twice as much\n", s.Offences)
	}
	return nil
}
