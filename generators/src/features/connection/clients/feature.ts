import type { Feature } from '../../../model/feature.ts';

/** The clients of a service that keeps them apart: each has a user and a Secret named `<fullname>-<client>`. */
export const feature: Feature = {
  name: 'clients',
  scope: 'chart',
  always: true,
  needs: ['clients'],
  order: 135,
  fragments: {
    helpers: { when: '' },
    validations: { when: '' },
    'object.client-secrets': { when: '.Values.clients' },
    'object.client-externalsecrets': { when: 'and .Values.clients .Values.secrets.externalSecret.enabled' },
  },
};
