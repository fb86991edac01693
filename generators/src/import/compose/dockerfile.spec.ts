// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of a Dockerfile
import { describe, expect, it } from 'vitest';
import { readDockerfile } from './dockerfile.ts';

const read = (text: string, target?: string, args: Record<string, string> = {}) => {
  const { env, ...image } = readDockerfile(text, 'Dockerfile', target, new Map(Object.entries(args)));
  return { ...image, env: Object.fromEntries(env) };
};

it('the last stage says what the image is, with what it takes over from those before', () => {
  expect(
    read(`# syntax=docker/dockerfile:1
ARG PYTHON=3.13
ARG PORT=8000
FROM python:\${PYTHON}-slim AS base
ENV APP_HOME=/srv LEVEL="very high" \\
    # how it is found
    PATH=/srv/bin
WORKDIR $APP_HOME
EXPOSE 53/udp
FROM node:24 AS pages
EXPOSE 9999
FROM base
ARG PORT
ENV PORT=\${PORT:-1}
RUN apt-get update && useradd --create-home \\
      -u 1001 app && rm -rf /var/lib/apt
WORKDIR web
EXPOSE $PORT 9000-9001/tcp
VOLUME ["/srv/data", "/srv/my files"]
VOLUME /var/cache /var/tmp
HEALTHCHECK --interval=5s CMD curl -f http://localhost:8000/healthz || exit 1
USER app:staff
ENTRYPOINT ["tini", "--"]
CMD python -m app \\
  --port 8000
`),
  ).toMatchInlineSnapshot(`
    {
      "base": "python:3.13-slim",
      "check": [
        "CMD-SHELL",
        "curl -f http://localhost:8000/healthz || exit 1",
      ],
      "command": [
        "/bin/sh",
        "-c",
        "python -m app   --port 8000",
      ],
      "entrypoint": [
        "tini",
        "--",
      ],
      "env": {
        "APP_HOME": "/srv",
        "LEVEL": "very high",
        "PATH": "/srv/bin",
        "PORT": "8000",
      },
      "group": "staff",
      "ports": [
        {
          "container": 53,
          "protocol": "UDP",
        },
        {
          "container": 8000,
          "protocol": "TCP",
        },
        {
          "container": 9000,
          "protocol": "TCP",
        },
        {
          "container": 9001,
          "protocol": "TCP",
        },
      ],
      "uid": 1001,
      "user": "app",
      "volumes": [
        "/srv/data",
        "/srv/my files",
        "/var/cache",
        "/var/tmp",
      ],
      "workdir": "/srv/web",
    }
  `);
});

it('a target is built up to its stage, and arguments have the values of the build', () => {
  const text =
    'ARG TAG=1\nFROM app:$TAG AS Small\nUSER 65532\nCMD ["a b", "c"]\nFROM small AS big\nENTRYPOINT run it\nHEALTHCHECK NONE\n';
  expect(read(text, 'small', { TAG: '2' })).toMatchObject({
    base: 'app:2',
    uid: 65532,
    command: ['a b', 'c'],
  });
  expect(read(text, '1')).toMatchObject({
    base: 'app:1',
    uid: 65532,
    entrypoint: ['/bin/sh', '-c', 'run it'],
    command: undefined,
    check: undefined,
  });
});

it('a shell of its own runs the forms without brackets; a user without a number is a name', () => {
  expect(
    read('FROM a\nSHELL ["bash", "-ec"]\nUSER nobody\nCMD go\nHEALTHCHECK CMD ["ok", "x y"]\n'),
  ).toMatchObject({
    command: ['bash', '-ec', 'go'],
    user: 'nobody',
    uid: undefined,
    check: ['CMD', 'ok', 'x y'],
  });
});

describe('refused', () => {
  it.each([
    ['a file without FROM', 'RUN a\n', '', 'Dockerfile:1:1: the Dockerfile has no FROM.'],
    [
      'a stage that there is not',
      'FROM a AS one\n',
      'two',
      'the Dockerfile has no stage two. There are: one.',
    ],
  ])('%s', (_, text, target, message) => {
    expect(() => read(text, target)).toThrow(message);
  });
});
