export { ALWAYS, all, any, eq, gt, has, include, ne, not, own, printed, raw, value } from './go/index.ts';
export type {
  ChartFeature,
  ConnectionAspect,
  ConnectionType,
  Feature,
  PodAspect,
  WorkloadFeature,
} from './model/feature.ts';
