package main

import (
	"bytes"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
)

// unpacked has the files of archives by path: what is packed under a name does not change.
var unpacked = map[string][]*archive.BufferedFile{}

// compiled has schemas by their text.
var compiled = map[string]*jsonschema.Schema{}

// load makes a chart of an archive, a new one each time: rendering changes it.
func load(path string) (*chart.Chart, error) {
	if _, isKnown := unpacked[path]; !isKnown {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		if unpacked[path], err = archive.LoadArchiveFiles(file); err != nil {
			return nil, err
		}
	}
	return loader.LoadFiles(unpacked[path])
}

// fit returns errUnfit where the schema of a chart that was rendered, or of one inside, refuses its values.
func fit(rendered *chart.Chart, given map[string]any) error {
	values, err := util.CoalesceValues(rendered, given)
	if err != nil {
		return errUnfit
	}
	return fitEach(rendered, values)
}

func fitEach(one *chart.Chart, values common.Values) error {
	if one.Schema != nil {
		schema, err := compile(one.Schema)
		if err != nil || schema.Validate(values.AsMap()) != nil {
			return errUnfit
		}
	}
	for _, inner := range one.Dependencies() {
		own, err := values.Table(inner.Name())
		if err != nil {
			return errUnfit
		}
		if err := fitEach(inner, own); err != nil {
			return err
		}
	}
	return nil
}

func compile(text []byte) (*jsonschema.Schema, error) {
	if schema, isKnown := compiled[string(text)]; isKnown {
		return schema, nil
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	const name = "file:///values.schema.json"
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, document); err != nil {
		return nil, err
	}
	schema, err := compiler.Compile(name)
	if err == nil {
		compiled[string(text)] = schema
	}
	return schema, err
}
