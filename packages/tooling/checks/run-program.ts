import { spawn } from 'node:child_process';
import { ROOT } from '../root.ts';

export type Done = { code: number; output: string };

/** Runs a JavaScript program with this Node.js and keeps what it prints. */
export function runProgram(
	file: string,
	args: string[] = [],
	environment: NodeJS.ProcessEnv = {}
): Promise<Done> {
	const child = spawn(process.execPath, [file, ...args], {
		cwd: ROOT,
		env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});

	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));

	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code: code ?? 1, output }));
	});
}
