import { all, type Condition, has, include, not, raw } from '../go/index.ts';
import type { LoadedFeature } from '../model/feature.ts';
import type { Chart, Connection, Workload } from '../model/model.ts';
import { type Instance, instancesOf } from '../render/contribution.ts';
import type { Renderer } from '../render/renderer.ts';
import type { Member, Umbrella } from './umbrella.ts';

/** A Job that looks at one thing before or after an install, with the policy that lets it. */
export interface Hook {
  readonly member: Member;
  /** What follows the release's name. */
  readonly name: string;
  readonly component: string;
  /** Helm's events, for example `post-install,post-upgrade`. */
  readonly events: string;
  readonly weight: number;
  /** Condition in the umbrella's scope, as template text, and a further one in the member's. */
  readonly when: string;
  readonly condition: Condition;
  /** Values path of the longest time it tries. */
  readonly timeout: string;
  /** Template texts in the member's scope. */
  readonly pod: string;
  readonly labels: string;
  readonly egress: string;
}

/** The hooks of an umbrella: checks of services outside before it, and verification of the members after it. */
export function hooksOf(
  umbrella: Umbrella,
  features: readonly LoadedFeature[],
  renderer: Renderer,
): readonly Hook[] {
  return umbrella.members.flatMap((member) => {
    const instances = instancesOf(member.chart, features).filter(({ level }) => level === 'workload');
    const verify = verifyHook(umbrella, member, instances, renderer);
    return [...checkHooks(member, instances, renderer), ...(verify ? [verify] : [])];
  });
}

/** Whether there is anything to look at: members that `helm test` looks at, or that wait for others. */
export function hasHooks(members: readonly { readonly chart: Chart }[]): boolean {
  return members.some(
    (member) =>
      member.chart.workloads.some(({ kind }) => kind === 'Pod') || checkedConnections(member).length > 0,
  );
}

/** The connections of a member whose services may be outside the release and that it waits for. */
export function checkedConnections({ chart }: { readonly chart: Chart }): readonly Connection[] {
  return chart.connections.filter(({ self, orders }) => !self && orders);
}

function verifyHook(
  umbrella: Umbrella,
  member: Member,
  instances: readonly Instance[],
  renderer: Renderer,
): Hook | undefined {
  const test = member.chart.workloads.find(({ kind }) => kind === 'Pod');
  if (!test) return undefined;
  const component = `verify-${member.name}`;
  const toolbox = test.image.define === `${member.chart.name}.toolbox.image`;
  const workload: Workload = {
    ...test,
    component: 'verify',
    ...(toolbox && {
      image: { ...test.image, define: `${umbrella.name}.givenImage`, values: '.toolbox.image' },
    }),
  };
  const own = instances
    .filter(({ view }) => view.workload === test)
    .map((instance) => ({
      ...instance,
      view: { ...instance.view, workload, connection: tried(instance.view.connection) },
    }));
  const view = {
    chart: member.chart,
    workload,
    values: workload.values,
    objectName: component,
    lastWords: lastWords(member),
  };
  const render = (text: string, some: readonly Instance[] = own) =>
    text === ''
      ? ''
      : renderer.render({ text, file: `umbrella/${component}`, view, instances: some }).trimEnd();
  return {
    member,
    name: `verify-${member.wave}-${member.name}`,
    component,
    events: 'post-install,post-upgrade',
    weight: member.wave,
    when: `and .Chart.IsRoot .Values.verify.enabled ${member.member}.enabled`,
    condition: test.when,
    timeout: '.Values.verify.timeoutSeconds',
    pod: render('<% part "pod-spec" %>'),
    labels: render('<% slot "pod.labels" %>'),
    egress: render('<% slot "networkPolicy.egress" %>', ofConnections(own)),
  };
}

/** Selection of the pods of a member, and a last line that says what did not come up and how to look. */
function lastWords({ name, wave, chart }: Member): readonly string[] {
  const labels = `app.kubernetes.io/instance={{ .Release.Name }},app.kubernetes.io/name=${name}`;
  const look = 'kubectl describe pods,jobs $pods; kubectl logs $pods --all-containers --prefix';
  return [
    `pods="${chart.namespaces.length > 0 ? '--all-namespaces' : '--namespace {{ .Release.Namespace }}'} --selector ${labels}"`,
    `trap 'code=$?; [ $code = 0 ] || echo "wave ${wave}: ${name} did not come up; look with: ${look}"' EXIT`,
  ];
}

function checkHooks(member: Member, instances: readonly Instance[], renderer: Renderer): readonly Hook[] {
  return checkedConnections(member).flatMap((connection) => {
    const workload = member.chart.workloads.find(
      ({ kind, connections }) => kind !== 'Pod' && connections.includes(connection),
    );
    if (!workload) return [];
    const looked = tried(connection);
    const around = instances.filter(({ view }) => view.workload === workload);
    const own = ofConnections(around.filter(({ view }) => view.connection === connection)).map(
      (instance) => ({
        ...instance,
        view: { ...instance.view, connection: looked },
      }),
    );
    const shared = around.filter(
      ({ view, feature }) => view.connection === null && feature.scope === 'chart',
    );
    const component = `check-${member.name}-${connection.object}`;
    const view = { chart: member.chart, workload, connection: looked, values: connection.values };
    const render = (text: string, some: readonly Instance[] = own) =>
      renderer.render({ text, file: `umbrella/${component}`, view, instances: some }).trimEnd();
    const pod = [
      'automountServiceAccountToken: false',
      'enableServiceLinks: false',
      'restartPolicy: Never',
      render('<% slot "pod.imagePullSecrets" "imagePullSecrets" %>', shared),
      render('<% part "toolbox-pod-security" %>'),
      render('<% slot "pod.initContainers" "containers" %>'),
      render('<% slot "pod.volumes" "volumes" %>'),
    ];
    return [
      {
        member,
        name: component,
        component,
        events: 'pre-install,pre-upgrade',
        weight: 0,
        when: `and .Chart.IsRoot .Values.preflight.endpoints ${member.member}.enabled`,
        condition: leadsOutside(connection),
        timeout: '.Values.preflight.timeoutSeconds',
        pod: pod.filter((text) => text !== '').join('\n'),
        labels: `{{- with ${connection.clientLabel} }}\n{{ . }}: "true"\n{{- end }}`,
        egress: render('<% slot "networkPolicy.egress" %>'),
      },
    ];
  });
}

/** The same, tried as long as the umbrella says. */
function tried(connection: Connection): Connection;
function tried(connection: Connection | null): Connection | null;
function tried(connection: Connection | null): Connection | null {
  return connection && { ...connection, waitSeconds: '{{ .timeout | quote }}' };
}

/** Condition in the member's scope: it leads out of the release, pods wait for it, and its Secrets are there already. */
function leadsOutside({ define, waits, uses, secretName, ca }: Connection): Condition {
  const isLater = (name: string) => raw(`has (${name}) .later`);
  return all(
    has(include(`${define}.via`), 'value', 'external'),
    waits,
    !uses.existingSecret || not(isLater(secretName)),
    ca === '' || not(isLater(`include "${define}.caSecret" .`)),
  );
}

/** Those of connections; a workload's other containers and traffic have no part in looking at a service. */
function ofConnections(instances: readonly Instance[]): readonly Instance[] {
  return instances.filter(({ feature }) => feature.scope === 'connection');
}
