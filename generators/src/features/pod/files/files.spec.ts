import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf, type RenderedObject } from '../../../testing/rendered.ts';

coversFeature(import.meta.url);

const files = { 'web.conf': '/etc/web/web.conf' };
const sources = { 'files/web.conf': 'listen = 8080\n' };

test('files of the chart are mounted one by one, and the pods follow a change', async () => {
  const { objects, rendered } = chartOf({ main: { files }, sources });
  expect(await objects('', 'ConfigMap/r-web-files')).toMatchInlineSnapshot(`
    ConfigMap/r-web-files:
      apiVersion: v1
      data:
        web.conf: |
          listen = 8080
  `);
  expect(deploymentOf(await rendered(''))).toMatchInlineSnapshot(`
    {
      "annotations": [
        "checksum/files",
      ],
      "mounts": [
        {
          "mountPath": "/tmp",
          "name": "tmp",
        },
        {
          "mountPath": "/etc/web/web.conf",
          "name": "files",
          "readOnly": true,
          "subPath": "web.conf",
        },
      ],
      "volumes": [
        {
          "emptyDir": {
            "sizeLimit": "2Gi",
          },
          "name": "tmp",
        },
        {
          "configMap": {
            "name": "r-web-files",
          },
          "name": "files",
        },
      ],
    }
  `);
});

test('or as a folder, whose changes the application sees by itself', async () => {
  const { rendered } = chartOf({ main: { files }, features: { files: { folder: '/etc/web' } }, sources });
  expect(deploymentOf(await rendered(''))).toMatchInlineSnapshot(`
    {
      "annotations": [],
      "mounts": [
        {
          "mountPath": "/tmp",
          "name": "tmp",
        },
        {
          "mountPath": "/etc/web",
          "name": "files",
          "readOnly": true,
        },
      ],
      "volumes": [
        {
          "emptyDir": {
            "sizeLimit": "2Gi",
          },
          "name": "tmp",
        },
        {
          "configMap": {
            "name": "r-web-files",
          },
          "name": "files",
        },
      ],
    }
  `);
});

function deploymentOf(objects: readonly RenderedObject[]) {
  const deployment = named(objects, 'Deployment', 'r-web');
  const pod = podOf(deployment);
  return {
    annotations: Object.keys(Object(inside(deployment, 'spec', 'template', 'metadata', 'annotations'))),
    mounts: inside(pod, 'containers', 0, 'volumeMounts'),
    volumes: inside(pod, 'volumes'),
  };
}
