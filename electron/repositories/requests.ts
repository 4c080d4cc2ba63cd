import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type RequestRow = Readonly<Schema['requests']>;

const byId = statement<{ requestId: string }>()((db, p) =>
  db.selectFrom('requests').selectAll().where('request_id', '=', p('requestId')),
);

/** What a request has written, if it did. */
export function findRequest(db: ReadDb, requestId: string): Promise<RequestRow | undefined> {
  return db.one(byId, { requestId });
}

const insert = statement<{ [K in keyof RequestRow]: RequestRow[K] }>()((db, p) =>
  db.insertInto('requests').values({
    request_id: p('request_id'),
    call: p('call'),
    content: p('content'),
    subject_id: p('subject_id'),
    at: p('at'),
  }),
);

/** Remembers that a request was written. */
export async function insertRequest(tx: WriteTx, request: RequestRow): Promise<void> {
  await tx.run(insert, request);
}
