import { failure } from '../services/failure.ts';
import type { Implementer } from './implementer.ts';

export function importCalls(os: Implementer) {
  return {
    preview: os.imports.preview.handler(() => {
      throw failure('Unknown', { errorId: 'imports' });
    }),
    visits: os.imports.visits.handler(() => {
      throw failure('Unknown', { errorId: 'imports' });
    }),
    customers: os.imports.customers.handler(() => {
      throw failure('Unknown', { errorId: 'imports' });
    }),
  };
}
