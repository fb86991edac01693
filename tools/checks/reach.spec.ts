import { describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { printReach, type Reach, type ReachOptions, reachOf } from './reach.ts';
import { sampleWith } from './sample.ts';

const workloads = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: a }
spec: { template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, ports: [{ name: http, containerPort: 80 }, { name: metrics, containerPort: 9090 }] }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: b }
spec: { template: { metadata: { labels: { app: b } }, spec: { containers: [{ name: b }] } } }
`;

function reach(
  spec: object,
  options: ReachOptions = {},
  keep: (row: Reach) => boolean = () => true,
): readonly string[] {
  const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec };
  const rows = reachOf(parseManifests(`${workloads}\n---\n${JSON.stringify(policy)}`), options);
  return rows.filter(keep).map(({ from, to, port }) => `${from} > ${to} ${port}`);
}

const to = (name: string) => (row: Reach) => row.to === name;
const from = (name: string) => (row: Reach) => row.from === name;
const a = { matchLabels: { app: 'a' } };
const b = { matchLabels: { app: 'b' } };

describe('reachOf', () => {
  it('shows the whole of a chart', () => {
    expect(printReach(reachOf(sampleWith()))).toBe(
      `
FROM            TO              PORT
Deployment/web  StatefulSet/db  TCP/5432
Deployment/web  dns             TCP/53
Deployment/web  dns             UDP/53
`.trimStart(),
    );
  });

  it('lets everyone in, and everything out, without a policy', () => {
    expect(reach({ podSelector: { matchLabels: { app: 'none' } } }, { peers: [] })).toEqual([
      'Deployment/a > Deployment/a TCP/80',
      'Deployment/a > Deployment/a TCP/9090',
      'Deployment/b > Deployment/a TCP/80',
      'Deployment/b > Deployment/a TCP/9090',
    ]);
    expect(reach({ podSelector: a, policyTypes: ['Ingress'] }, {}, from('Deployment/b'))).toContain(
      'Deployment/b > internet *',
    );
  });

  it('needs both sides to allow', () => {
    const ingress = { podSelector: a, ingress: [{ from: [{ podSelector: b }], ports: [{ port: 'http' }] }] };
    expect(reach(ingress, {}, to('Deployment/a'))).toEqual(['Deployment/b > Deployment/a TCP/80']);
    const egress = {
      podSelector: b,
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: a }], ports: [{ port: 'metrics' }] }],
    };
    expect(reach(egress, {}, from('Deployment/b'))).toEqual(['Deployment/b > Deployment/a TCP/9090']);
  });

  it('isolates by an empty list and opens by an empty rule', () => {
    expect(reach({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })).toEqual([]);
    expect(
      reach(
        { podSelector: a, ingress: [{}] },
        {},
        (row) => row.to === 'Deployment/a' && row.from === 'internet',
      ),
    ).toEqual(['internet > Deployment/a TCP/80', 'internet > Deployment/a TCP/9090']);
    expect(
      reach(
        { podSelector: b, egress: [{}] },
        {},
        (row) => row.to === 'internet' && row.from === 'Deployment/b',
      ),
    ).toEqual(['Deployment/b > internet *']);
  });

  it('joins namespace and pod selectors of one peer, and adds up peers', () => {
    const prometheus = { 'app.kubernetes.io/name': 'prometheus' };
    const monitoring = { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } };
    const ports = [{ port: 9090 }];
    const both = {
      podSelector: a,
      ingress: [
        { from: [{ namespaceSelector: monitoring, podSelector: { matchLabels: prometheus } }], ports },
      ],
    };
    expect(reach(both, {}, to('Deployment/a'))).toEqual(['prometheus > Deployment/a TCP/9090']);
    const either = {
      podSelector: a,
      ingress: [{ from: [{ namespaceSelector: monitoring }, { podSelector: {} }], ports }],
    };
    expect(reach(either, {}, to('Deployment/a'))).toEqual([
      'Deployment/a > Deployment/a TCP/9090',
      'Deployment/b > Deployment/a TCP/9090',
      'other pod in namespace > Deployment/a TCP/9090',
      'prometheus > Deployment/a TCP/9090',
    ]);
    const labelled = {
      podSelector: a,
      ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'x' } } }], ports }],
    };
    expect(reach(labelled, { namespaceLabels: { other: { team: 'x' } } }, to('Deployment/a'))).toEqual([
      'other namespace > Deployment/a TCP/9090',
    ]);
  });

  it('judges addresses, exceptions and port ranges', () => {
    const block = { cidr: '0.0.0.0/0', except: ['169.254.169.254/32', '10.0.0.0/8'] };
    const egress = {
      podSelector: b,
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: block }], ports: [{ port: 1, endPort: 65535 }] }],
    };
    expect(reach(egress, {}, from('Deployment/b'))).toEqual(['Deployment/b > internet TCP/1-65535']);
    const open = {
      podSelector: b,
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '169.254.0.0/16' } }] }],
    };
    expect(reach(open, {}, from('Deployment/b'))).toEqual(['Deployment/b > metadata service *']);
    const range = {
      podSelector: a,
      ingress: [{ from: [{ podSelector: b }], ports: [{ port: 80, endPort: 90 }] }],
    };
    expect(reach(range, {}, to('Deployment/a'))).toEqual(['Deployment/b > Deployment/a TCP/80']);
  });

  it('finds a named port on the peer, and nothing when the protocol differs', () => {
    const egress = {
      podSelector: b,
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 'dns', protocol: 'UDP' }] }],
    };
    expect(reach(egress, {}, from('Deployment/b'))).toEqual(['Deployment/b > dns UDP/53']);
    expect(
      reach(
        { podSelector: a, ingress: [{ ports: [{ port: 80, protocol: 'UDP' }] }] },
        {},
        to('Deployment/a'),
      ),
    ).toEqual([]);
  });
});
