import { LONG_RUNNING } from '../model/feature.ts';
import type { Connection, SecretLeaf, Workload } from '../model/model.ts';
import { checkedConnections } from './hooks.ts';
import type { Member } from './umbrella.ts';

/** What the preflight of an umbrella checks for one member. */
export interface PreflightMember extends Member {
  /** Template expressions of the keys that an existing Secret of the member must have; null where it uses none. */
  readonly existingSecret: { readonly keys: readonly string[] } | null;
  /** Secrets of services outside, as the member's own scope names them. */
  readonly credentials: readonly Credentials[];
  /** Template expressions of the values of its volumes in its own scope, and how messages name them. */
  readonly volumes: readonly { readonly path: string; readonly name: string }[];
  /** Values paths of switches that take more than Pod Security restricted allows, and how messages name them. */
  readonly privileges: readonly { readonly path: string; readonly name: string }[];
  /** Objects that are found by their name: kind and what follows the member's name. */
  readonly objects: readonly { readonly kind: string; readonly suffix: string }[];
}

interface Credentials {
  readonly via: string;
  readonly secretName: string;
  /** Template expressions of the keys that its variables use. */
  readonly keys: readonly string[];
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
  const required = chart.secrets
    .filter(isNeeded)
    .map(({ key }) => `include "${chart.name}.secretKey" (dict "root" . "key" "${key}")`);
  return {
    ...member,
    existingSecret: chart.secrets.length > 0 ? { keys: required } : null,
    credentials: checkedConnections(member).flatMap((connection) => credentialsOf(name, connection)),
    volumes: [
      ...chart.workloads.flatMap(({ claims, kind, suffix: ofWorkload, namespace }) =>
        claims.map(({ values, key, suffix }) => ({
          path: values,
          name: `${name}.${key}`,
          size: `${values}.size`,
          grows: kind !== 'StatefulSet' && namespace === '',
          claim: `${ofWorkload}${suffix}`,
        })),
      ),
      ...chart.claims.map(({ values, key, suffix }) => ({
        path: alwaysEnabled(values),
        name: `${name}.${key}`,
        size: `${values}.size`,
        grows: true,
        claim: suffix,
      })),
    ],
    privileges: chart.workloads.flatMap(({ values, privileges }) =>
      privileges.map(({ value }) => ({
        path: `${values}.${value}`,
        name: [name, ...values.split('.').slice(2), value].join('.'),
      })),
    ),
    objects: chart.workloads
      .filter(({ kind, namespace }) => LONG_RUNNING.includes(kind) && namespace === '')
      .flatMap(objectsOf),
  };
}

/** Values of a volume that is always there, as of one that may be off. */
function alwaysEnabled(values: string): string {
  const keys = ['existingClaim', 'storageClass'].map((key) => `"${key}" ${values}.${key}`);
  return `(dict "enabled" true ${keys.join(' ')})`;
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
      via: `include "${define}.via" .`,
      secretName,
      keys: keys.map((key) => `(${key})`),
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
