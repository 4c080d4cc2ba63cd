import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../support/project-root.ts';

export interface CommandResult {
  readonly exitCode: number;
  /** What it said on both streams, in the order it came. */
  readonly output: string;
}

/** Runs one of the project's own commands from its root and waits for its end. */
export function runCommand([command = '', ...args]: readonly string[]): Promise<CommandResult> {
  const bin = join(projectRoot, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows the commands are .cmd files, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
