import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../kubernetes/objects.ts';
import { documentValidator, strictSchema } from './openapi.ts';

const kind = (name: string, group = '') => ({
  'x-kubernetes-group-version-kind': [{ group, kind: name, version: 'v1' }],
});
const reference = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }], default: {} });
const meta = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

const documents = {
  'api/v1': {
    components: {
      schemas: {
        Meta: meta,
        ConfigMap: {
          type: 'object',
          ...kind('ConfigMap'),
          properties: {
            apiVersion: { type: 'string' },
            kind: { type: 'string' },
            metadata: reference('Meta'),
            data: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
      },
    },
  },
  'apis/example.com/v1': {
    components: {
      schemas: {
        Meta: meta,
        Thing: {
          type: 'object',
          ...kind('Thing', 'example.com'),
          properties: {
            apiVersion: { type: 'string' },
            kind: { type: 'string' },
            metadata: reference('Meta'),
            spec: {
              type: 'object',
              properties: {
                free: {
                  type: 'object',
                  'x-kubernetes-preserve-unknown-fields': true,
                  properties: { a: { type: 'string' } },
                },
                properties: { type: 'string' },
                size: { type: 'string', pattern: '(?i)^a$' },
                list: {
                  type: 'array',
                  items: { type: 'object', properties: { n: { type: 'integer', format: 'int32' } } },
                },
              },
              anyOf: [{ properties: { properties: { type: 'string' } } }],
            },
          },
        },
      },
    },
  },
};

const validate = documentValidator(documents);
const object = (apiVersion: string, name: string, rest: object): KubeObject => ({
  apiVersion,
  kind: name,
  metadata: { name: 'x' },
  ...rest,
});

describe('documentValidator', () => {
  it('takes what the schemas allow', () => {
    expect(validate(object('v1', 'ConfigMap', { data: { a: 'b' } }))).toEqual([]);
    expect(
      validate(
        object('example.com/v1', 'Thing', {
          spec: { free: { b: 1 }, properties: 'x', size: 'zz', list: [{ n: 1 }] },
        }),
      ),
    ).toEqual([]);
  });

  it('refuses unknown fields, nulls and wrong types', () => {
    expect(validate(object('v1', 'ConfigMap', { dat: {}, data: { a: null } }))).toEqual([
      'ConfigMap/x : has no field dat',
      'ConfigMap/x /data/a: must be string',
    ]);
    expect(validate(object('example.com/v1', 'Thing', { spec: { list: [{ m: 1 }], more: 1 } }))).toEqual([
      'Thing/x /spec: has no field more',
      'Thing/x /spec/list/0: has no field m',
    ]);
  });

  it('refuses kinds and versions that the server does not serve', () => {
    expect(validate(object('v2', 'ConfigMap', {}))).toEqual([
      'ConfigMap/x: the API server does not know v2 ConfigMap',
    ]);
    expect(validate(object('v1', 'Config', {}))).toEqual([
      'Config/x: the API server does not know v1 Config',
    ]);
  });
});

it('closes schema positions only', () => {
  expect(
    strictSchema({ properties: { properties: { properties: { a: {} } }, items: { type: 'string' } } }),
  ).toEqual({
    properties: {
      properties: { properties: { a: {} }, additionalProperties: false },
      items: { type: 'string' },
    },
    additionalProperties: false,
  });
});
