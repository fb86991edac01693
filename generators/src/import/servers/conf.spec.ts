import { describe, expect, it } from 'vitest';
import { imported, SECRET, WEB } from './fixtures.ts';

describe('PostgreSQL and Redis', () => {
  it('scripts go along where they do here what they did', () => {
    const { charts, values, said } = imported(
      `  web: { image: "example/web:1", ports: ["80:8000"], environment: { DATABASE_URL: "postgres://a:b@db/shop" } }
  db:
    image: postgres:17
    command: postgres -c config_file=/etc/pg.conf
    volumes: ["./init:/docker-entrypoint-initdb.d:ro", "./pg.conf:/etc/pg.conf"]
`,
      {
        'init/1.sql':
          '-- more\nCREATE DATABASE reports; /* x */\nCREATE EXTENSION IF NOT EXISTS "pg_trgm";\n',
        'init/2.sql': 'create extension vector;\n',
        'init/3.sql': 'create table a (b text);\n',
        'init/4.sql': `create user x password '${SECRET}1';\n`,
        'init/5.sql': 'create database own;\n\\c own\ncreate table a (b text);\n',
        'init/6.sh': 'psql -c "select 1"\n',
        'init/7.sh': '#!/bin/bash\npsql -U "$POSTGRES_USER"\n',
        'init/8.sql.gz': 'packed',
        'pg.conf': `max_connections = 200 # more\nwork_mem = '8MB'\nshared_buffers 1024\nrandom_page_cost=1.1\nssl = on\nlog_line_prefix = 'it''s '\n`,
      },
    );
    expect(values?.postgres).toEqual({
      majorVersion: 17,
      config: { maxConnections: 200, workMem: '8MB' },
      extraConfig: { random_page_cost: '1.1', log_line_prefix: "it's " },
      initdb: {
        scripts: {
          '1.sql': '-- more\nCREATE DATABASE reports; /* x */\nCREATE EXTENSION IF NOT EXISTS "pg_trgm";\n',
          '5.sql': 'create database own;\n\\c own\ncreate table a (b text);\n',
          '6.sh': 'psql -c "select 1"\n',
        },
      },
    });
    expect(charts[0]?.connections?.db?.client).toEqual({ extensions: ['pg_trgm', 'vector'] });
    const first = (name: string) => said(`init/${name}`)['']?.split(/[:,] /).slice(0, 2);
    expect(
      ['1.sql', '2.sql', '3.sql', '4.sql', '5.sql', '6.sh', '7.sh', '8.sql.gz'].map(first),
    ).toMatchInlineSnapshot(`
      [
        [
          "carried",
          "\`postgres.initdb.scripts.1.sql\`; the extensions of the connection",
        ],
        [
          "carried",
          "the extensions of the connection",
        ],
        [
          "asked",
          "\`create table a\` is for the database of the client",
        ],
        [
          "asked",
          "it has a password",
        ],
        [
          "carried",
          "\`postgres.initdb.scripts.5.sql\`",
        ],
        [
          "carried",
          "\`postgres.initdb.scripts.6.sh\`",
        ],
        [
          "asked",
          "it is for bash",
        ],
        [
          "asked",
          "unpack it",
        ],
      ]
    `);
    expect(said('pg.conf')).toMatchInlineSnapshot(`
      {
        "log_line_prefix": "carried: \`postgres.extraConfig.log_line_prefix\`",
        "max_connections": "carried: \`postgres.config.maxConnections\`",
        "random_page_cost": "carried: \`postgres.extraConfig.random_page_cost\`",
        "shared_buffers": "asked: set \`postgres.config.sharedBuffers\`, which is written in another way",
        "ssl": "asked: set \`postgres.tls\`",
        "work_mem": "carried: \`postgres.config.workMem\`",
      }
    `);
  });

  it('redis.conf has the places of its flags, which come before it', () => {
    const { values, said } = imported(
      `${WEB}  cache:
    image: redis:7
    command: redis-server /etc/redis.conf --hz 50
    volumes: ["./redis.conf:/etc/redis.conf"]
`,
      {
        'redis.conf': `# kept\nMAXMEMORY 128mb\nsave 900 1\nsave 300 10\nrequirepass ${SECRET}1\nhz 20\nrename-command FLUSHALL ""\nrename-command CONFIG ${SECRET}2\nclient-output-buffer-limit normal 0 0 0\nclient-output-buffer-limit pubsub 32mb 8mb 60\ntls-port 6380\ndaemonize yes\nmaxmemory-policy "allkeys-lru"\n`,
      },
    );
    expect(values?.redis).toEqual({
      config: { maxMemory: '128mb', save: '900 1 300 10', maxMemoryPolicy: 'allkeys-lru' },
      extraConfig: { hz: 50, 'client-output-buffer-limit': ['normal 0 0 0', 'pubsub 32mb 8mb 60'] },
      disabledCommands: ['FLUSHALL'],
    });
    expect(said('redis.conf')).toMatchInlineSnapshot(`
      {
        "client-output-buffer-limit": "carried: \`redis.extraConfig.client-output-buffer-limit\`",
        "daemonize": "left out: it is the process of its container",
        "hz": "carried: \`redis.extraConfig.hz\`",
        "maxmemory": "carried: \`redis.config.maxMemory\`",
        "maxmemory-policy": "carried: \`redis.config.maxMemoryPolicy\`",
        "rename-command": "asked: list commands that nobody may call in \`redis.disabledCommands\`; \`redis.disabledCommands\`",
        "requirepass": "left out: the chart makes the password",
        "save": "carried: \`redis.config.save\`",
        "tls-port": "asked: set \`redis.tls\`",
      }
    `);
  });
});
