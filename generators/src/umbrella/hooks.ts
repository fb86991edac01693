import {
  all,
  type Condition,
  type Expression,
  go,
  has,
  include,
  not,
  raw,
  type TemplateText,
} from '../go/index.ts';
import type { LoadedFeature } from '../model/feature.ts';
import type { Chart, Connection } from '../model/model.ts';
import { instancesOf } from '../render/contribution.ts';
import type { Renderer } from '../render/renderer.ts';
import type { Member, Umbrella } from './umbrella.ts';

/** A look at a service outside the release, before an install. */
export interface EndpointCheck {
  readonly member: Member;
  readonly component: string;
  /** Condition in the member's scope. */
  readonly condition: Condition;
  /** Prefix of the named templates of the connection. */
  readonly define: string;
  /** Whether the server's certificate may be checked with an authority of its own. */
  readonly ca: boolean;
}

/** A look at a member as its clients do, after an install. */
export interface Verification {
  readonly member: Member;
  /** Condition in the member's scope; `true` for always. */
  readonly condition: Condition;
  /** Its pods are in several namespaces. */
  readonly everywhere: boolean;
  /** Template text, in the member's scope, of the traffic to it. */
  readonly egress: TemplateText;
}

/** Whether there is anything to verify: members with a `helm test`, or members that wait for others. */
export function hasHooks(members: readonly { readonly chart: Chart }[]): boolean {
  return members.some(
    (member) =>
      member.chart.workloads.some(({ kind }) => kind === 'Pod') || checkedConnections(member).length > 0,
  );
}

/** The connections of a member whose services may be outside the release and that it waits for. */
export function checkedConnections({ chart }: { readonly chart: Chart }): readonly Connection[] {
  return chart.connections.filter(({ internal, orders }) => !internal && orders);
}

/** The checks of the services that members may use outside the release and wait for. */
export function endpointChecks({ members }: Umbrella): readonly EndpointCheck[] {
  return members.flatMap((member) =>
    checkedConnections(member)
      .filter((connection) =>
        member.chart.workloads.some(
          ({ kind, connections }) => kind !== 'Pod' && connections.includes(connection),
        ),
      )
      .map((connection) => ({
        member,
        component: `check-${member.name}-${connection.object}`,
        condition: leadsOutside(connection),
        define: connection.define,
        ca: connection.ca !== '',
      })),
  );
}

/** The verifications of the members that `helm test` looks at. */
export function verifications(
  { members }: Umbrella,
  features: readonly LoadedFeature[],
  renderer: Renderer,
): readonly Verification[] {
  return members.flatMap((member) => {
    const test = member.chart.workloads.find(({ kind }) => kind === 'Pod');
    if (!test) return [];
    const instances = instancesOf(member.chart, features).filter(
      ({ level, view, feature }) =>
        level === 'workload' &&
        view.workload === test &&
        ['connection', 'connectionType'].includes(feature.scope),
    );
    const view = { chart: member.chart, workload: test, values: test.values };
    const text = '<% slot "networkPolicy.egress" %>';
    const egress = renderer.render({ text, file: `umbrella/verify-${member.name}`, view, instances });
    return [{ member, condition: test.when, everywhere: member.chart.namespaces.length > 0, egress }];
  });
}

/** Condition in the member's scope: it leads out of the release, pods wait for it, and its Secrets are there already. */
function leadsOutside({ define, waits, uses, secretName, ca }: Connection): Condition {
  const isLater = (name: Expression | '') => raw(`has (${name}) $later`);
  return all(
    has(include(`${define}.via`), 'value', 'external'),
    waits,
    !uses.existingSecret || not(isLater(secretName)),
    ca === '' || not(isLater(go`include "${define}.caSecret" .`)),
  );
}
