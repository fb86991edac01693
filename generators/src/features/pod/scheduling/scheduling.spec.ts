import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({});

test('pods spread over nodes where they can, and go where values say', async () => {
  expect(String(await objects('', 'Deployment/r-web'))).toContain('podAntiAffinity');
  const values = `
    nodeSelector: { disk: ssd }
    tolerations: [{ key: batch, operator: Exists }]
    affinity: { nodeAffinity: {} }
    topologySpreadConstraints:
      - { maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule }
    priorityClassName: high
    runtimeClassName: gvisor
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        affinity: { podAntiAffinity: removed, nodeAffinity: {} }
        priorityClassName: high
        runtimeClassName: gvisor
        nodeSelector.disk: ssd
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: topology.kubernetes.io/zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: { matchLabels: pods of main }
        tolerations: [ { key: batch, operator: Exists } ]
  `);
});

test('a constraint with a selector of its own keeps it', async () => {
  const values = `
    topologySpreadConstraints:
      - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: all } } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.topologySpreadConstraints:
        - labelSelector: { matchLabels: { app: all } }
          maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: DoNotSchedule
  `);
});

test('what the API would refuse', async () => {
  const values = `
    tolerations: [{ operator: Equal }, { key: a, operator: Exists, value: b }, { key: c, tolerationSeconds: 5 }]
    topologySpreadConstraints:
      - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2 }
      - { maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway }
  `;
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(`
    "tolerations: one without a key tolerates all taints, and needs operator Exists.
    tolerations: operator Exists of a takes no value: remove it, or set the operator to Equal.
    tolerations: tolerationSeconds of c needs effect NoExecute.
    topologySpreadConstraints: minDomains of zone needs whenUnsatisfiable DoNotSchedule.
    topologySpreadConstraints has zone with ScheduleAnyway twice: keep one."
  `);
  expect(await chartOf({}).refused('affinity: { nodeAfinity: {} }')).toMatchInlineSnapshot(
    `"at '/affinity': additional properties 'nodeAfinity' not allowed"`,
  );
});

test("what few people set, in the API's own form", async () => {
  const values = `
    pod:
      hostAliases: [{ ip: 10.0.0.5, hostnames: [registry.lan] }]
      schedulerName: volcano
      readinessGates: [{ conditionType: example.com/ready }]
  `;
  expect(await chartOf({}).given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        hostAliases: [ { hostnames: [ registry.lan ], ip: 10.0.0.5 } ]
        readinessGates: [ { conditionType: example.com/ready } ]
        schedulerName: volcano
  `);
  expect(await chartOf({}).refused('pod: { hostNetwork: true }')).toMatchInlineSnapshot(
    `"at '/pod': additional properties 'hostNetwork' not allowed"`,
  );
});

test('the pods may ask the DNS servers that values give them', async () => {
  const values = `
    pod:
      dnsPolicy: None
      dnsConfig:
        nameservers: [10.0.0.53, "fd00::53"]
        searches: [lan]
        options: [{ name: ndots, value: "2" }, { name: edns0 }]
  `;
  expect(await chartOf({}).given(values)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.0.to.added: [ { ipBlock: { cidr: 10.0.0.53/32 } }, { ipBlock: { cidr: fd00::53/128 } } ]
    Deployment/r-web:
      spec.template.spec:
        dnsConfig:
          nameservers: [ 10.0.0.53, fd00::53 ]
          options: [ { name: ndots, value: "2" }, { name: edns0 } ]
          searches: [ lan ]
        dnsPolicy: None
  `);
  expect(await chartOf({}).refused('pod: { dnsPolicy: None }')).toMatchInlineSnapshot(
    `"pod.dnsPolicy None needs servers: name them in pod.dnsConfig.nameservers."`,
  );
  expect(await chartOf({}).refused('pod: { dnsPolicy: ClusterFirstWithHostNet }')).toMatchInlineSnapshot(
    `"at '/pod/dnsPolicy': value must be one of 'ClusterFirst', 'Default', 'None'"`,
  );
});

test('the servers of the node are asked where a policy knows them, or there is none', async () => {
  const values = 'pod: { dnsPolicy: Default }';
  const peers = 'global: { networkPolicy: { dns: { peers: [{ ipBlock: { cidr: 10.0.0.53/32 } }] } } }';
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(
    `"pod.dnsPolicy Default asks the servers of the node, and the NetworkPolicy knows those of the cluster: name them in global.networkPolicy.dns.peers."`,
  );
  const known = await chartOf({}).given(values, peers);
  expect(known).toMatchInlineSnapshot(`Deployment/r-web: { spec.template.spec.dnsPolicy: Default }`);
  expect(await chartOf({}).given(values, 'networkPolicy: { enabled: false }')).toEqual(known);
});

test('a definition has other defaults for all of it', async () => {
  const values = { pod: { schedulerName: 'volcano' }, workload: { labels: { team: 'web' } } };
  const { objects, given } = chartOf({ main: { values } });
  const deployment = String(await objects('', 'Deployment/r-web'));
  expect(deployment).toContain('schedulerName: volcano');
  expect(deployment).toContain('team: web');
  expect(await given('pod: { schedulerName: default-scheduler }')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.schedulerName: default-scheduler }`,
  );
});
