import { below, type Expression, go, pathBelow, type ValuesPath } from '../go/index.ts';
import { LONG_RUNNING } from '../model/feature.ts';
import type { Connection, SecretLeaf, Workload } from '../model/model.ts';
import { ownKey } from '../model/within-chart.ts';
import { checkedConnections } from './hooks.ts';
import type { Member } from './umbrella.ts';

/** What the preflight of an umbrella checks for one member. */
export interface PreflightMember extends Member {
  /** Template expressions of the keys that an existing Secret of the member must have; null where it uses none. */
  readonly existingSecret: { readonly keys: readonly Expression[] } | null;
  /** Secrets of services outside, as the member's own scope names them. */
  readonly credentials: readonly Credentials[];
  /** Its volumes, as its own scope names them. */
  readonly volumes: readonly Volume[];
  /** Switches that take more than Pod Security restricted allows, and how messages name them. */
  readonly privileges: readonly { readonly value: ValuesPath; readonly name: string }[];
  /** Objects that are found by their name: kind and what follows the member's name. */
  readonly objects: readonly { readonly kind: string; readonly suffix: string }[];
}

interface Volume {
  /** Template expression of its values in the scope of the member, and how messages name them. */
  readonly values: Expression;
  readonly name: string;
  readonly size: ValuesPath;
  /** Whether its claim is found by its name, and what follows the full name there. */
  readonly grows: boolean;
  readonly claim: string;
}

interface Credentials {
  readonly via: Expression;
  readonly secretName: Expression | '';
  /** Template expressions of the keys that its variables use. */
  readonly keys: readonly Expression[];
  /** What messages name, by the way the connection goes. */
  readonly value: string;
  readonly external: string;
}

/** Kinds that the preflight lists in the namespace of the release, with their API versions, and whether they can hold data. */
export const LISTED_KINDS = [
  { kind: 'Deployment', apiVersion: 'apps/v1', holds: true },
  { kind: 'StatefulSet', apiVersion: 'apps/v1', holds: true },
  { kind: 'DaemonSet', apiVersion: 'apps/v1', holds: false },
  { kind: 'Service', apiVersion: 'v1', holds: false },
] as const;

/** A member with what its preflight needs to know. */
export function preflightMember(member: Member): PreflightMember {
  const { chart, name } = member;
  const required = chart.secrets.filter(isNeeded).map(({ key }) => ownKey(chart.name, key));
  return {
    ...member,
    existingSecret: chart.secrets.length > 0 ? { keys: required } : null,
    credentials: checkedConnections(member).flatMap((connection) => credentialsOf(name, connection)),
    volumes: [
      ...chart.workloads.flatMap(({ claims, kind, suffix: ofWorkload, namespace }) =>
        claims.map(({ values, key, suffix }) => ({
          values,
          name: `${name}.${key}`,
          size: below(values, 'size'),
          grows: kind !== 'StatefulSet' && namespace === '',
          claim: `${ofWorkload}${suffix}`,
        })),
      ),
      ...chart.claims.map(({ values, key, suffix }) => ({
        values: alwaysEnabled(values),
        name: `${name}.${key}`,
        size: below(values, 'size'),
        grows: true,
        claim: suffix,
      })),
    ],
    privileges: chart.workloads.flatMap(({ values, privileges }) =>
      privileges.map(({ value }) => ({
        value: below(values, ...value.split('.')),
        name: `${name}.${pathBelow(values, value)}`,
      })),
    ),
    objects: chart.workloads
      .filter(({ kind, namespace }) => LONG_RUNNING.includes(kind) && namespace === '')
      .flatMap(objectsOf),
  };
}

/** Values of a volume that is always there, as of one that may be off. */
function alwaysEnabled(values: ValuesPath): Expression {
  const keys = ['existingClaim', 'storageClass'].map((key) => `"${key}" ${below(values, key)}`);
  return go`(dict "enabled" true ${keys.join(' ')})`;
}

/** Whether a Secret that replaces the one of the chart must have the key. */
export function isNeeded({ generate, required }: SecretLeaf): boolean {
  return generate > 0 || required;
}

function credentialsOf(member: string, connection: Connection): readonly Credentials[] {
  const { define, name, provider, secretName, secretKey, secretVariables, uses } = connection;
  if (!uses.existingSecret) return [];
  const keys = secretVariables.length > 0 ? secretVariables.map(({ key }) => key) : [secretKey];
  return [
    {
      via: go`include "${define}.via" .`,
      secretName,
      keys: keys.map((key) => go`(${key})`),
      value: `${member}.connections.${name}.existingSecret`,
      external:
        provider.chart === ''
          ? `${member}.connections.${name}.existingSecret`
          : `global.members.${provider.chart}.external.existingSecret`,
    },
  ];
}

function objectsOf({ kind, suffix, ports }: Workload): PreflightMember['objects'] {
  return [{ kind, suffix }, ...(ports.length > 0 ? [{ kind: 'Service', suffix }] : [])];
}
