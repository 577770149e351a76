package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/ethml/ethml/internal/certs"
	"github.com/ethml/ethml/internal/grpcx"
)

// Certs makes and renews the certificates with which services know each other.
type Certs struct {
	Create CertsCreate `cmd:"" default:"withargs" help:"Make a local CA and a certificate for each service; what is there and good stays (the default)."`
	Renew  CertsRenew  `cmd:"" help:"Make certificates anew; running services take them at their next connection."`
	Show   CertsShow   `cmd:"" help:"Show the certificates and when they expire."`
}

// certsFlags say where certificates lie.
type certsFlags struct {
	Dir  string `help:"Folder of the CA and of a folder for each service." default:".data/certs" type:"path"`
	JSON bool   `help:"Print JSON."`
}

// issueFlags say what certificates hold.
type issueFlags struct {
	certsFlags
	Host  []string      `help:"DNS name or IP address that services are reached at, beside their own names and loopback; may be repeated."`
	Add   []string      `help:"Further name to make a certificate for, beside those of the services; may be repeated." placeholder:"NAME"`
	Valid time.Duration `help:"How long a certificate is valid." default:"8760h"`
}

func (f certsFlags) store() *certs.Store {
	s := &certs.Store{Dir: f.Dir}
	for _, role := range grpcx.Roles() {
		s.Members = append(s.Members, certs.Member{Name: role, ClientOnly: role == grpcx.RoleOperator})
	}
	return s
}

// issue makes what is wanted, for whoever has a certificate already too.
func (f issueFlags) issue(how certs.How) error {
	s := f.store()
	s.Hosts, s.Valid = f.Host, f.Valid
	names := f.Add
	if held, err := s.List(); err == nil {
		for _, c := range held {
			names = append(names, c.Name)
		}
	}
	for _, name := range names {
		if name != "ca" && !slices.ContainsFunc(s.Members, func(m certs.Member) bool { return m.Name == name }) {
			s.Members = append(s.Members, certs.Member{Name: name})
		}
	}
	list, err := s.Ensure(how)
	if err != nil {
		return err
	}
	return f.print(stdout, list)
}

func (f certsFlags) print(w io.Writer, list []certs.Certificate) error {
	if f.JSON {
		return json.NewEncoder(w).Encode(list)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "NAME\tSTATE\tEXPIRES\tDAYS LEFT\tHOSTS")
	for _, c := range list {
		state, expires, left := c.Outcome, "-", "-"
		if c.Problem != "" {
			state = c.Problem
		} else if state == "" {
			state = "good"
		}
		if !c.NotAfter.IsZero() {
			expires = c.NotAfter.UTC().Format(time.DateOnly)
			left = fmt.Sprint(int(time.Until(c.NotAfter).Hours() / 24))
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", c.Name, state, expires, left, strings.Join(c.Hosts, " "))
	}
	return table.Flush()
}

// CertsCreate makes what is missing.
type CertsCreate struct{ issueFlags }

// Run makes it.
func (c *CertsCreate) Run(context.Context) error {
	if err := c.issue(certs.How{}); err != nil {
		return err
	}
	if !c.JSON {
		fmt.Fprintf(stdout, "\nin %s; give each service its own folder: --tls-cert=%s --tls-key=%s --tls-ca=%s\n",
			c.Dir, filepath.Join("NAME", certs.CertFile), filepath.Join("NAME", certs.KeyFile), filepath.Join("NAME", certs.CAFile))
	}
	return nil
}

// CertsRenew makes certificates anew.
type CertsRenew struct {
	issueFlags
	NewCA     bool `name:"new-ca" help:"Make a new CA too; the old one stays trusted."`
	ForgetOld bool `help:"Trust the present CA only, once no certificate of an older one is in use."`
}

// Run makes them.
func (c *CertsRenew) Run(context.Context) error {
	if c.NewCA && c.ForgetOld {
		return errors.New("--new-ca and --forget-old in one go would cut services off from each other: forget the old CA when all have taken their new certificates")
	}
	if _, err := c.store().List(); err != nil {
		return err
	}
	return c.issue(certs.How{All: !c.ForgetOld, NewCA: c.NewCA, ForgetOld: c.ForgetOld})
}

// CertsShow shows what there is.
type CertsShow struct{ certsFlags }

// Run shows it; a certificate that no peer would accept makes it fail.
func (c *CertsShow) Run(context.Context) error {
	list, err := c.store().List()
	if err != nil {
		return err
	}
	if err := c.print(stdout, list); err != nil {
		return err
	}
	for _, cert := range list {
		if cert.Problem != "" && cert.Name != "ca" {
			return fmt.Errorf("certificate of %s: %s: `ethml certs` makes it anew", cert.Name, cert.Problem)
		}
	}
	return nil
}
