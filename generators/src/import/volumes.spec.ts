import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mistakesOf } from '../testing/workspace.ts';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';
import { readAnswers } from './questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'volumes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The volumes of each workload and of the chart, and what the report says of them. */
async function volumesIn(services: string, answers = ''): Promise<Readonly<Record<string, unknown>>> {
  const file = join(folder, 'compose.yaml');
  writeFileSync(file, `services:\n${services}`);
  const { definition, lines } = ofOneChart(
    importCompose({
      files: [file],
      charts: ['postgres'],
      name: 'shop',
      answers: readAnswers(answers, 'answers.yaml'),
    }),
  );
  const { claims, workloads } = definition;
  const text = `export default ${JSON.stringify(definition)};\n`;
  // The chart of the server is not in this workspace, and nothing else may be wrong.
  const mistakes = await mistakesOf({ 'charts/shop/src/chart.ts': text });
  expect(mistakes.filter((one) => !/(chart|value) postgres\./.test(one))).toEqual([]);
  return {
    ...(claims && { claims }),
    ...Object.fromEntries(
      Object.entries(workloads).map(([name, { kind, storage, claims, mounts, writable, values }]) => [
        name,
        {
          kind,
          ...(storage && { storage }),
          ...(claims && { claims }),
          ...(mounts && { mounts }),
          ...(writable && { writable }),
          ...(values && { values }),
        },
      ]),
    ),
    said: lines.flatMap(({ path, verdict, says }) =>
      path.includes('.volumes.') || path.includes('.tmpfs') ? [`${path} ${verdict}: ${says}`] : [],
    ),
  };
}

it('a volume at /tmp, which every pod has for itself, is said and not mounted twice', async () => {
  const { main, said } = await volumesIn(
    '\n  web: { image: "web:1", ports: ["80"], volumes: ["kept:/tmp"] }\n',
    '',
  );
  expect(main).not.toHaveProperty('storage');
  expect(said).toEqual([
    'web.volumes.0 assumed: `/tmp` may always be written and is new in every pod: nothing there stays',
  ]);
});

it('several volumes of a service are several claims', async () => {
  const services = `
  web:
    image: web:1
    ports: ["80"]
    volumes: [pages:/pages, up-loads:/up, "/var/lib/state", cache:/cache, "pages:/again:ro"]
    tmpfs: [/scratch/cache, /tmp]
`;
  expect(await volumesIn(services, 'sizes: { web.uploads: 5Gi }')).toMatchInlineSnapshot(`
    {
      "main": {
        "claims": {
          "cache": {
            "mountPath": "/cache",
            "size": "10Gi",
          },
          "state": {
            "mountPath": "/var/lib/state",
            "size": "10Gi",
          },
          "uploads": {
            "mountPath": "/up",
            "size": "5Gi",
          },
        },
        "kind": "StatefulSet",
        "storage": {
          "mountPath": "/pages",
          "name": "data",
          "size": "10Gi",
        },
        "values": {
          "volumeMounts": [
            {
              "mountPath": "/again",
              "name": "data",
              "readOnly": true,
            },
          ],
        },
        "writable": {
          "cache-folder": {
            "memory": true,
            "path": "/scratch/cache",
          },
        },
      },
      "said": [
        "web.volumes.0 asked: \`persistence\`, of 10Gi: Compose knows no sizes; answer \`sizes.web\`",
        "web.volumes.1 carried: \`claims.uploads\`, of 5Gi, as you answered",
        "web.volumes.2 asked: \`claims.state\`, of 10Gi: Compose knows no sizes; answer \`sizes.web.state\`",
        "web.volumes.3 asked: \`claims.cache\`, of 10Gi: Compose knows no sizes; answer \`sizes.web.cache\`",
        "web.volumes.4 carried: \`volumeMounts\`, once more",
        "web.tmpfs.0 carried: \`writable\`, in memory, which counts against \`resources.limits.memory\`",
        "web.tmpfs.1 carried: \`/tmp\` may always be written; \`scratch.medium\` keeps it in memory",
      ],
    }
  `);
});

it('a volume of several services is one of the chart, for Jobs among them too', async () => {
  const services = `
  web: { image: "web:1", ports: ["80"], volumes: ["data:/media:ro", "own:/own"] }
  worker: { image: "worker:1", volumes: ["data:/in"] }
  fill: { image: "fill:1", restart: "no", volumes: ["data:/out", "rest:/rest", "/new"] }
`;
  expect(await volumesIn(services)).toMatchInlineSnapshot(`
    {
      "claims": {
        "datavolume": {
          "description": "The volume data of web, worker and fill.",
          "size": "10Gi",
        },
        "rest": {
          "size": "10Gi",
        },
      },
      "fill": {
        "kind": "Job",
        "mounts": {
          "datavolume": {
            "path": "/out",
            "writable": true,
          },
          "rest": {
            "path": "/rest",
            "writable": true,
          },
        },
        "writable": {
          "new": "/new",
        },
      },
      "main": {
        "kind": "StatefulSet",
        "mounts": {
          "datavolume": {
            "path": "/media",
          },
        },
        "storage": {
          "mountPath": "/own",
          "name": "data",
          "size": "10Gi",
        },
      },
      "said": [
        "web.volumes.0 asked: \`claims.datavolume\`, of 10Gi: Compose knows no sizes; answer \`sizes.data\`",
        "web.volumes.1 asked: \`persistence\`, of 10Gi: Compose knows no sizes; answer \`sizes.web\`",
        "worker.volumes.0 carried: \`claims.datavolume\`",
        "fill.volumes.0 carried: \`claims.datavolume\`",
        "fill.volumes.1 asked: \`claims.rest\`, of 10Gi: Compose knows no sizes; answer \`sizes.rest\`",
        "fill.volumes.2 carried: \`writable\`: a volume without a name is new in every container",
      ],
      "worker": {
        "kind": "Deployment",
        "mounts": {
          "datavolume": {
            "path": "/in",
            "writable": true,
          },
        },
      },
    }
  `);
});

it('containers of one service that runs several times share its volumes', async () => {
  const services = `
  web: { image: "web:1", ports: ["80"], deploy: { replicas: 2 }, volumes: ["media:/media"] }
  one: { image: "one:1", scale: 1, volumes: ["own:/own"] }
`;
  const { claims, main, one } = await volumesIn(services);
  expect({ claims, main, one }).toMatchInlineSnapshot(`
    {
      "claims": {
        "media": {
          "size": "10Gi",
        },
      },
      "main": {
        "kind": "Deployment",
        "mounts": {
          "media": {
            "path": "/media",
            "writable": true,
          },
        },
        "values": {
          "replicaCount": 2,
        },
      },
      "one": {
        "kind": "StatefulSet",
        "storage": {
          "mountPath": "/own",
          "name": "data",
          "size": "10Gi",
        },
        "values": {
          "replicaCount": 1,
        },
      },
    }
  `);
});

it('what nothing here fills is brought, and what a chart here serves stays there', async () => {
  const services = `
  web: { image: "web:1", ports: ["80"], volumes: ["models:/models:ro", "rows:/rows"] }
  db: { image: "postgres:17", volumes: ["rows:/var/lib/postgresql/data"] }
`;
  expect(await volumesIn(services)).toMatchInlineSnapshot(`
    {
      "claims": {
        "models": {
          "size": "10Gi",
        },
      },
      "main": {
        "kind": "Deployment",
        "mounts": {
          "models": {
            "path": "/models",
          },
        },
        "writable": {
          "rows": "/rows",
        },
      },
      "said": [
        "web.volumes.0 asked: \`claims.models\`, of 10Gi, which nothing here fills: name what is there in \`claims.models.existingClaim\`",
        "web.volumes.1 asked: the chart postgres has this volume, and no other pod: ask its server for what is there",
        "db.volumes.0 carried: the chart postgres serves it: its values are below \`postgres\`",
      ],
    }
  `);
});

describe('a folder of the machine in the place of a volume', () => {
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'empty/.gitkeep'), '');
  mkdirSync(join(folder, 'pages/data'), { recursive: true });
  writeFileSync(join(folder, 'pages/data/list.json'), '{}');
  writeFileSync(join(folder, 'Dockerfile'), 'FROM example/base\nVOLUME /kept\n');
  const claims = (line: string) => {
    const file = join(folder, 'compose.yaml');
    writeFileSync(file, `services: { web: { ports: ["80"], ${line} } }\n`);
    const { definition, lines } = ofOneChart(importCompose({ files: [file], charts: [], name: 'shop' }));
    return {
      path: definition.workloads.main?.storage?.mountPath,
      all: definition.claims,
      said: lines
        .filter(({ path }) => path === 'web.volumes.0')
        .map(({ verdict, says }) => `${verdict}: ${says}`)
        .join(),
    };
  };

  it.each([
    ['below /var/lib', 'image: "rabbitmq:4", volumes: ["./made:/var/lib/rabbitmq"]', '/var/lib/rabbitmq'],
    ['below /data, of another place', 'image: "web:1", volumes: ["/srv/web:/data/db"]', '/data/db'],
    ['that ends in storage', 'image: "web:1", volumes: ["../made:/app/storage"]', '/app/storage'],
    ['that is empty', 'image: "web:1", volumes: ["./empty:/app/data"]', '/app/data'],
    ['of the home', 'image: "web:1", volumes: ["~/.web:/root/.web"]', '/root/.web'],
    [
      'that the image writes to',
      'image: "clickhouse:25", volumes: ["./made:/var/log/clickhouse-server"]',
      '/var/log/clickhouse-server',
    ],
    [
      'of a server that keeps data',
      'image: "chroma:1", volumes: ["./made:/chroma/chroma"]',
      '/chroma/chroma',
    ],
    ['that its Dockerfile keeps', 'build: ., volumes: ["./made:/kept/here"]', '/kept/here'],
  ])('%s is a claim, by an assumption', (_, line, path) => {
    const found = claims(line);
    expect(found.path).toBe(path);
    expect(found.said).toMatch(
      /^assumed: `persistence`, of 10Gi: .*; a folder of one machine that seems to hold data/,
    );
  });

  it.each([
    [
      'that is only read',
      'image: "rabbitmq:4", volumes: ["./made:/var/lib/rabbitmq:ro"]',
      'that it only reads',
    ],
    ['of the system', 'image: "web:1", volumes: ["/var/log:/data/log"]', 'name it in `claims`'],
    [
      'of the container runtime',
      'image: "web:1", volumes: ["/var/lib/docker:/var/lib/docker"]',
      'name it in `claims`',
    ],
    ['with texts of the project', 'image: "web:1", volumes: ["./pages:/data"]', 'name it in `claims`'],
    ['with keys to other doors', 'image: "web:1", volumes: ["~/.ssh:/root/.ssh"]', 'bring a Secret'],
    ['that sets up a server', 'image: "neo4j:5", volumes: ["./made:/conf"]', 'name it in `claims`'],
    ['that may be code', 'image: "web:1", volumes: ["./made:/app"]', 'name it in `claims`'],
    ['that is a file', 'image: "web:1", volumes: ["./app.db:/data/app.db"]', 'bring a Secret or ConfigMap'],
  ])('%s is left out', (_, line, words) => {
    const found = claims(line);
    expect(found.all).toBeUndefined();
    expect(found.path).toBeUndefined();
    expect(found.said).toMatch(/^left out: /);
    expect(found.said).toContain(words);
  });

  it('is one claim of services that share it', async () => {
    const {
      claims: shared,
      main,
      worker,
      said,
    } = await volumesIn(`
  web: { image: "web:1", ports: ["80"], volumes: ["./made:/app/storage"] }
  worker: { image: "web:1", volumes: ["./made/:/app/storage"] }
`);
    expect(shared).toEqual({ made: { size: '10Gi', description: 'The volume ./made of web and worker.' } });
    for (const workload of [main, worker])
      expect(workload).toMatchObject({ mounts: { made: { path: '/app/storage', writable: true } } });
    expect(said).toEqual([
      expect.stringContaining('web.volumes.0 assumed: `claims.made`, of 10Gi'),
      expect.stringContaining('worker.volumes.0 assumed: `claims.made`; a folder'),
    ]);
  });
});
