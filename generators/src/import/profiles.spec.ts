import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { caseValues } from '../nx/chart/case-values.ts';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(services: string, environment: string, split: boolean) {
  writeFileSync(join(folder, 'compose.yaml'), `services:\n${services}`);
  writeFileSync(join(folder, '.env'), environment);
  return importCompose({ files: [join(folder, 'compose.yaml')], charts: ['ollama'], name: 'shop', split });
}

const divided = (services: string) => read(services, '', true);

function imported(services: string, environment = '') {
  const result = ofOneChart(read(services, environment, false));
  const said = (path: string) =>
    result.lines.filter((line) => line.path === path).map(({ verdict, says }) => `${verdict}: ${says}`);
  return { ...result, ...result.definition, said };
}

describe('profiles', () => {
  const SERVICES = `  web: { image: "nginx:1", ports: ["80:80"], environment: { MAIL_URL: "http://mail:8025" }, profiles: [front] }
  mail: { image: "mail:1", expose: [8025], profiles: [debug] }
  tool: { image: "tool:1", expose: [1], profiles: [debug, tools-2] }
  odd: { image: "odd:1", expose: [2], profiles: ["", odd] }
`;

  it('are switches of values, off but for those that COMPOSE_PROFILES names', () => {
    const { workloads, connections, settings, said } = imported(SERVICES, 'COMPOSE_PROFILES=debug');
    expect(workloads.main).not.toHaveProperty('when');
    expect(workloads.mail?.when).toEqual({ value: 'profiles.debug' });
    expect(workloads.tool?.when).toEqual({
      any: [{ value: 'profiles.debug' }, { value: 'profiles.tools2' }],
    });
    expect(connections?.mail).toEqual({
      type: 'http',
      workload: 'mail',
      orders: false,
      env: { MAIL_URL: 'url' },
    });
    expect(settings).toMatchObject({
      properties: {
        profiles: {
          properties: {
            debug: { type: 'boolean', default: true, description: 'Whether mail, tool are there.' },
            tools2: { default: false, description: 'Whether tool is there.' },
            odd: { default: false },
          },
        },
      },
    });
    expect(said('web.profiles.0')).toEqual(['assumed: main is always there']);
    expect(said('mail.profiles.0')).toEqual(['carried: `profiles` of the values turn it on']);
  });

  it('beside an empty name are on where none is named', () => {
    expect(imported(SERVICES).settings).toMatchObject({
      properties: { profiles: { properties: { odd: { default: true }, debug: { default: false } } } },
    });
  });
});

describe('a server of a chart here behind a profile', () => {
  const SERVICES = `  web: { image: "web:1", ports: ["80:80"], environment: { LLM_URL: "http://llm:11434" }, depends_on: [llm] }
  llm: { image: ollama/ollama, profiles: [models, all] }
`;

  it('is used while it is on, and nothing installs it by default', () => {
    const { definition, settings, connections, said } = imported(SERVICES);
    expect(connections).toEqual({
      llm: {
        type: 'http',
        chart: 'ollama',
        when: { any: [{ value: 'profiles.models' }, { value: 'profiles.all' }] },
        env: { LLM_URL: 'url' },
      },
    });
    expect(settings).toMatchObject({
      properties: {
        profiles: {
          properties: { models: { default: false, description: 'Whether llm is there.' }, all: {} },
        },
      },
    });
    expect(caseValues(definition, () => ({}))).not.toContain('ollama');
    expect(said('llm.profiles.0')).toEqual([
      'carried: `profiles` of the values say whether it is used; `ollama.enabled` brings it',
    ]);
  });

  it('is as any other where its profile is on', () => {
    const { definition, settings, connections, said } = imported(SERVICES, 'COMPOSE_PROFILES=all');
    expect(connections?.llm).not.toHaveProperty('when');
    expect(settings).toBeUndefined();
    expect(caseValues(definition, () => ({}))).toContain('ollama:\n  enabled: true\n');
    expect(said('llm.profiles.1')).toEqual(['carried: it is on: `ollama.enabled` brings it']);
  });

  it('is a member of the umbrella that is off', () => {
    const { charts, umbrella, lines } = divided(
      `${SERVICES}  worker: { image: "worker:1", ports: ["81:81"] }\n`,
    );
    expect(charts[0]?.definition.connections?.llm).toMatchObject({ chart: 'ollama', optional: true });
    expect(umbrella?.preset).toMatchObject({ global: { members: { ollama: { enabled: false } } } });
    expect(lines.find(({ path }) => path === 'llm.profiles.0')?.says).toBe(
      '`global.members.ollama.enabled` turns it on',
    );
  });
});

describe('services that differ by the hardware alone', () => {
  it('are one workload with a graphics card by values, which all of their names lead to', () => {
    const { workloads, connections, said } = imported(`  web:
    image: nginx:1
    ports: ["80:80"]
    environment: { LLM_URL: "http://serve-gpu:8000" }
    depends_on: [serve-cpu]
  serve-cpu: { image: "serve:1", expose: [8000], profiles: [cpu] }
  serve-gpu:
    image: serve:1-cuda
    expose: [8000]
    profiles: [gpu]
    deploy: { resources: { reservations: { devices: [{ driver: nvidia, capabilities: [gpu] }] } } }
`);
    expect(Object.keys(workloads)).toEqual(['main', 'serveCpu']);
    expect(workloads.serveCpu).toMatchObject({ features: { gpu: {} } });
    expect(workloads.serveCpu).not.toHaveProperty('when');
    expect(connections).toEqual({
      serveCpu: {
        type: 'http',
        workload: 'serveCpu',
        env: { LLM_URL: 'url' },
      },
    });
    expect(said('serve-gpu.image')).toEqual([
      'carried: `serve-cpu` is the same on other hardware: `gpu.enabled` chooses',
    ]);
    expect(said('serve-cpu.profiles.0')).toEqual([
      'carried: it is always there, with `gpu.enabled` on a card',
    ]);
  });

  it('are two where both may be there', () => {
    const { workloads } = imported(`  a-cpu: { image: "a:1", ports: ["80:80"] }
  a-gpu: { image: "a:1", expose: [81], gpus: all }
`);
    expect(Object.keys(workloads)).toEqual(['main', 'aGpu']);
  });
});
