import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given } = chartOf({
  main: {
    mounts: {
      certificate: { secret: '{{ .Values.tls | quote }}', path: '/tls', when: value('tls'), mode: 0o440 },
      rules: {
        configMap: '{{ .Values.rules | quote }}',
        path: '/rules',
        when: value('rules'),
        optional: true,
      },
      data: { claim: '{{ .Values.data | quote }}', path: '/data', when: value('data'), writable: true },
    },
  },
  sources: {
    'values.schema.json': schemaText(
      Object.fromEntries(
        ['tls', 'rules', 'data'].map((name) => [
          name,
          { type: 'string', description: 'A name.', default: '' },
        ]),
      ),
    ),
  },
});

test('volumes from a Secret, a ConfigMap or a claim, while values name one', async () => {
  expect(await given('tls: web-tls')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts: { /tls: { name: certificate, readOnly: true } }
        volumes.certificate.secret: { secretName: web-tls, defaultMode: 288 }
  `);
  expect(await given('rules: web-rules')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts: { /rules: { name: rules, readOnly: true } }
        volumes.rules.configMap: { name: web-rules, optional: true }
  `);
  expect(await given('data: web-data')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts: { /data: { name: data } }
        volumes.data.persistentVolumeClaim.claimName: web-data
  `);
});
