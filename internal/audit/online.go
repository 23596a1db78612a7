package audit

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/crawl/breach"
	"footprint/internal/footprint"
)

// Online runs what goes on-line, for a window: each method makes a crawler of its own, for that run, after the
// user said so. The zero Options are polite and strict.
type Online struct {
	*Auditor
	Options   crawl.Options
	Endpoint  string // of a search service or archive, in tests
	Sites     []crawl.Site
	Endpoints breach.Endpoints
}

// SearchService is a search or breach service as a screen shows it.
type SearchService struct {
	crawl.Service
	// Searches is false for Have I Been Pwned; Server is true where the user names a server.
	Searches bool
	Server   bool
	// Key says where the user's key is kept: keyring, environment, or "" for none. KeyError says why it is not known.
	Key      string
	KeyError string
}

// SearchServices lists the services with the state of their keys.
func (o *Online) SearchServices() []SearchService {
	var list []SearchService
	providers := crawl.Providers()
	for i, s := range crawl.Services() {
		v := SearchService{Service: s, Searches: i < len(providers)}
		v.Server = v.Searches && providers[i].Base
		if s.KeyURL != "" {
			_, where, err := crawl.Key(s.Name)
			if v.Key = where; err != nil {
				v.KeyError = Explain(err)
			}
		}
		list = append(list, v)
	}
	return list
}

// SetKey keeps a key in the system's keyring; an empty one is forgotten.
func (o *Online) SetKey(service, key string) error {
	if key = strings.TrimSpace(key); key == "" {
		return crawl.ForgetKey(service)
	}
	return crawl.SetKey(service, key)
}

// Search asks a service the searches that are switched on. Server is the address of the user's own server, or
// the engine id of Google.
func (o *Online) Search(ctx context.Context, service, server string, p *footprint.Progress) (outside.SearchRun, error) {
	for _, provider := range crawl.Providers() {
		if provider.Name != service {
			continue
		}
		options, web := crawl.ProviderOptions{Base: server, Endpoint: o.Endpoint}, o.Options
		if provider.KeyURL != "" {
			key, _, err := crawl.Key(service)
			if err != nil {
				return outside.SearchRun{}, err
			}
			options.Key = key
		} else if own, ok := HostPort(server); ok {
			web.Allow = append(web.Allow[:len(web.Allow):len(web.Allow)], own) // the user's own server may stand at home
		}
		return o.SearchOnline(ctx, crawl.New(ctx, web), provider, options, 0, p)
	}
	return outside.SearchRun{}, fmt.Errorf("search service %q: %w", service, footprint.ErrNotFound)
}

// HostPort is the host:port pair of the address of a server.
func HostPort(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return "", false
	}
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "https":
		port = "443"
	default:
		port = "80"
	}
	host := strings.ToLower(u.Hostname())
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return host + ":" + port, true
}

// OwnProfiles asks sites for the user's handles; list is a WhatsMyName file with more sites, or empty.
func (o *Online) OwnProfiles(ctx context.Context, list string, p *footprint.Progress) (outside.ProfileRun, error) {
	sites, _, err := o.sites(list)
	if err != nil {
		return outside.ProfileRun{}, err
	}
	return o.CheckProfiles(ctx, crawl.New(ctx, o.Options), sites, p)
}

// SitesToAsk counts the sites that OwnProfiles would ask, and the rows of the list that are left out.
func (o *Online) SitesToAsk(list string) (asked, left int, err error) {
	sites, left, err := o.sites(list)
	for _, s := range sites {
		if s.Check != "" {
			asked++
		}
	}
	return asked, left, err
}

func (o *Online) sites(list string) (sites []crawl.Site, left int, err error) {
	if sites = o.Sites; sites == nil {
		sites = crawl.Sites()
	}
	if list == "" {
		return sites, 0, nil
	}
	return outside.LoadSites(list, sites)
}

// OpenPages reads the pages behind results (whole ids; none: those about the user).
func (o *Online) OpenPages(ctx context.Context, ids []string, p *footprint.Progress) (outside.PageRun, error) {
	return o.ReadPages(ctx, crawl.New(ctx, o.Options), ids, p)
}

// LookAgain verifies what is marked done (whole ids; none: all).
func (o *Online) LookAgain(ctx context.Context, ids []string, p *footprint.Progress) ([]outside.Verification, error) {
	return o.Verify(ctx, crawl.New(ctx, o.Options), ids, outside.VerifyOptions{Archives: true, Archive: o.Endpoint}, p)
}

// Breaches asks Have I Been Pwned, if there is a key, and Gravatar for the user's own addresses.
func (o *Online) Breaches(ctx context.Context, p *footprint.Progress) (outside.BreachRun, error) {
	key, _, err := crawl.Key(crawl.BreachService)
	if err != nil {
		return outside.BreachRun{}, err
	}
	return o.CheckBreaches(ctx, crawl.New(ctx, o.Options), outside.BreachOptions{Key: key, Gravatar: true, Endpoints: o.Endpoints}, p)
}

// Stolen reports how often a password stands among stolen ones; it is wiped.
func (o *Online) Stolen(ctx context.Context, password []byte) (times int, err error) {
	return o.CheckPassword(crawl.New(ctx, o.Options), password, o.Endpoints)
}
