import { expect, it } from 'vitest';
import { orderViolations } from './order.ts';

const edges = [
  { before: 'postgres', after: 'mlflow' },
  { before: 'mlflow', after: 'api' },
];

it('accepts what came in order', () => {
  expect(orderViolations({ postgres: 100, mlflow: 200, api: 200, other: 1 }, edges)).toEqual([]);
});

it('names what came too early', () => {
  expect(orderViolations({ postgres: 300, mlflow: 200, api: 400 }, edges)).toEqual([
    'mlflow was ready at 200 ms, postgres only at 300 ms',
  ]);
});

it('names what never came, and what did not wait for it', () => {
  expect(orderViolations({ mlflow: 200 }, edges)).toEqual([
    'postgres never became ready',
    'api never became ready',
    'mlflow was ready at 200 ms, postgres never',
  ]);
});
