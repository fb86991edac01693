// Renders charts as `helm template` does, many of them in one process.
// Each line of standard input holds the arguments of one run, each line of standard output what became of it.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"helm.sh/helm/v4/pkg/action"
	"helm.sh/helm/v4/pkg/chart"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/cli"
	"helm.sh/helm/v4/pkg/cli/values"
	"helm.sh/helm/v4/pkg/getter"
	release "helm.sh/helm/v4/pkg/release/v1"
)

type result struct {
	Code   int    `json:"code"`
	Stdout string `json:"stdout"`
	Stderr string `json:"stderr"`
}

func main() {
	if len(os.Args) > 1 {
		fmt.Println("helm-renders, with the Helm of go.mod")
		return
	}
	requests, results := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	results.SetEscapeHTML(false)
	for {
		var args []string
		if err := requests.Decode(&args); err == io.EOF {
			return
		} else if err != nil {
			panic(err)
		}
		if err := results.Encode(answer(args)); err != nil {
			panic(err)
		}
	}
}

// errUnfit says that values do not fit a schema.
var errUnfit = errors.New("values do not fit")

// answer is what the program would print and end with. Helm compiles every schema anew for each render, a third of its work:
// here that is done once, and what Helm says of values that do not fit, it says itself.
func answer(args []string) result {
	answered, err := run(args, true)
	if errors.Is(err, errUnfit) {
		answered, _ = run(args, false)
	}
	return answered
}

func run(args []string, isCompiled bool) (result, error) {
	var stderr bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&stderr, &slog.HandlerOptions{ReplaceAttr: withoutTime})))
	stdout, err := template(args, isCompiled)
	if err == nil {
		return result{0, stdout, stderr.String()}, nil
	}
	fmt.Fprintf(&stderr, "Error: %s\n", err)
	return result{1, stdout, stderr.String()}, err
}

func withoutTime(_ []string, attribute slog.Attr) slog.Attr {
	if attribute.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return attribute
}

// template goes the way of Helm's command of that name: load, check, merge values, render, print with hooks.
func template(args []string, isCompiled bool) (string, error) {
	client := action.NewInstall(action.NewConfiguration())
	client.DryRunStrategy = action.DryRunClient
	client.Replace = true
	given := &values.Options{}
	var kubeVersion string
	flags := pflag.NewFlagSet("template", pflag.ContinueOnError)
	flags.StringVar(&client.Namespace, "namespace", "default", "")
	flags.StringVar(&kubeVersion, "kube-version", "", "")
	flags.BoolVar(&client.IsUpgrade, "is-upgrade", false, "")
	flags.StringSliceVar((*[]string)(&client.APIVersions), "api-versions", nil, "")
	flags.StringSliceVar(&given.ValueFiles, "values", nil, "")
	flags.StringArrayVar(&given.Values, "set", nil, "")
	flags.StringArrayVar(&given.StringValues, "set-string", nil, "")
	flags.StringArrayVar(&given.JSONValues, "set-json", nil, "")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	version, err := common.ParseKubeVersion(kubeVersion)
	if err != nil {
		return "", fmt.Errorf("invalid kube version '%s': %w", kubeVersion, err)
	}
	client.KubeVersion = version
	name, path, err := client.NameAndChart(flags.Args())
	if err != nil {
		return "", err
	}
	client.ReleaseName = name
	merged, err := given.MergeValues(getter.All(cli.New()))
	if err != nil {
		return "", err
	}
	loaded, err := load(path)
	if err != nil {
		return "", err
	}
	accessor, err := chart.NewAccessor(loaded)
	if err != nil {
		return "", err
	}
	if err := action.CheckDependencies(loaded, accessor.MetaDependencies()); err != nil {
		return "", err
	}
	client.SkipSchemaValidation = isCompiled
	rendered, err := client.Run(loaded, merged)
	if isCompiled {
		if err := fit(loaded, merged); err != nil {
			return "", err
		}
	}
	if err != nil {
		if rendered != nil {
			err = fmt.Errorf("%w\n\nUse --debug flag to render out invalid YAML", err)
		}
		return "", err
	}
	return manifests(rendered.(*release.Release)), nil
}

func manifests(rendered *release.Release) string {
	var out strings.Builder
	fmt.Fprintln(&out, strings.TrimSpace(rendered.Manifest))
	for _, hook := range rendered.Hooks {
		fmt.Fprintf(&out, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
	}
	return out.String()
}
