const NEWEST = '1.37';

/**
 * The minor version of Kubernetes that charts are rendered for and clusters run: the newest, or the earlier one that
 * `CHARTWRIGHT_KUBERNETES` names, `1.36` or `1.35`.
 */
const KUBERNETES_MINOR = process.env.CHARTWRIGHT_KUBERNETES || NEWEST;

/** Kubernetes the renders are for: a Helm 3 without a cluster believes in an old one, so that both are told. */
export const KUBE_VERSION = `${KUBERNETES_MINOR}.0`;

/** Folder below `tools/toolchain/go` with the modules of that version. */
export const KUBERNETES_GROUP = KUBERNETES_MINOR === NEWEST ? 'kubernetes' : `kubernetes-${KUBERNETES_MINOR}`;
