import type { Deferred } from './condition.ts';

/** A value of the workload or connection that has the feature. */
export function own(path: string): Deferred {
  return { own: path };
}

/** A helper of the chart, workload or connection itself; that of `values` is the chart's, called with those of the workload. */
export function helper(of: Extract<Deferred, { readonly helper: string }>['of'], name: string): Deferred {
  return { helper: name, of };
}

/** The connection that an option names is in use. */
export function connected(option: string): Deferred {
  return { connection: option };
}

/** The condition that the definition gives as an option of the feature. */
export function option(name: string): Deferred {
  return { option: name };
}

/** A condition among the locals of the feature. */
export function computed(name: string): Deferred {
  return { computed: name };
}

/** The workload is of this kind. */
export function ofKind(kind: string): Deferred {
  return { kind };
}

/** A condition that the model has. */
export function carried(of: Extract<Deferred, { readonly carried: string }>['carried']): Deferred {
  return { carried: of };
}

/** Any entry of a list of the workload exists. */
export function each(list: Extract<Deferred, { readonly each: string }>['each']): Deferred {
  return { each: list };
}
