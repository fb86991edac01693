/** The small shell image of waits, Jobs and tests: BusyBox has a POSIX shell, wget and nc in 2 MB. */
export const TOOLBOX = {
  registry: 'docker.io',
  repository: 'library/busybox',
  tag: '1.38.0',
  digest: 'sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e',
} as const;

/** What speaks TLS with an authority and signs requests, which BusyBox does not: curl beside the same shell. */
export const CURL = {
  registry: 'docker.io',
  repository: 'curlimages/curl',
  tag: '8.22.0',
  digest: 'sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777',
} as const;
