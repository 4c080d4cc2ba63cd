import type { Files, WritableFile } from '#electron/platform/files.ts';
import { systemFiles } from '#electron/platform/files.ts';

/** What is asked of a file system, one name for each. */
export type FileStep =
  | 'create'
  | 'write'
  | 'sync'
  | 'close'
  | 'read'
  | 'list'
  | 'size'
  | 'rename'
  | 'remove'
  | 'syncFolder';

/** One thing that was asked of the file system. */
export interface FileCall {
  readonly step: FileStep;
  readonly path: string;
  /** How many were asked before it. */
  readonly index: number;
}

/** What a call does instead of its work: fail with the system's code, or keep or give something else. */
export type Fault =
  | { readonly code: string }
  /** A write that says it took everything, but keeps something else. */
  | { readonly keeps: (bytes: Uint8Array) => Uint8Array }
  /** A read that gives something else than what is there. */
  | { readonly gives: (bytes: Uint8Array) => Uint8Array };

/** The system's own error of that code. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/**
 * This computer's files, with faults below the program: `faultOf` is asked before every call, and null lets it pass.
 * Reads are asked about for each chunk.
 */
export function failingFiles(faultOf: (call: FileCall) => Fault | null): Files {
  let asked = 0;
  const fault = (step: FileStep, path: string): Exclude<Fault, { code: string }> | null => {
    const found = faultOf({ step, path, index: asked });
    asked += 1;
    if (found && 'code' in found) throw systemError(found.code);
    return found;
  };
  const writing = (path: string, file: WritableFile): WritableFile => ({
    write: async (bytes) => {
      const found = fault('write', path);
      if (found && 'keeps' in found) {
        await file.write(found.keeps(bytes));
        return bytes.byteLength;
      }
      return file.write(bytes);
    },
    sync: async () => {
      fault('sync', path);
      await file.sync();
    },
    close: async () => {
      // As the system does it: the handle is let go of, whatever it reports.
      await file.close();
      fault('close', path);
    },
  });
  return {
    create: async (path) => {
      fault('create', path);
      return writing(path, await systemFiles.create(path));
    },
    async *read(path) {
      for await (const chunk of systemFiles.read(path)) {
        const found = fault('read', path);
        yield found && 'gives' in found ? found.gives(chunk) : chunk;
      }
    },
    readText: (path) => systemFiles.readText(path),
    list: async (path) => {
      fault('list', path);
      return systemFiles.list(path);
    },
    size: async (path) => {
      fault('size', path);
      return systemFiles.size(path);
    },
    rename: async (from, to) => {
      fault('rename', to);
      await systemFiles.rename(from, to);
    },
    remove: async (path) => {
      fault('remove', path);
      await systemFiles.remove(path);
    },
    syncFolder: async (path) => {
      fault('syncFolder', path);
      await systemFiles.syncFolder(path);
    },
  };
}
