import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a child process can be asked to do, by name. Arguments and answers travel as JSON. */
export type Handlers = Record<string, (...args: never[]) => unknown>;

/** The parent's end of a child whose file ends with `serveParent(handlers)`. */
export type Child<H extends Handlers> = {
	pid: number;
	ask<K extends keyof H & string>(name: K, ...args: Parameters<H[K]>): Promise<Awaited<ReturnType<H[K]>>>;
	/** Sends the signal to this very process and waits until it is gone. */
	end(signal?: NodeJS.Signals): Promise<void>;
	/** The exit code or signal, once it is gone. */
	exited: Promise<number | string>;
	isGone(): boolean;
};

type Question = { id: number; name: string; args: unknown[] };
type Answer = { id: number; value?: unknown; fault?: string };

const ours = new Set<ChildProcess>();
// Politely: a database server is stopped by the child that started it.
process.on('exit', () => ours.forEach((child) => child.kill('SIGTERM')));

/** Starts a file of ours as a process of its own. It ends when this process ends, however that happens. */
export function openChild<H extends Handlers>(
	file: URL,
	{ flags = [], env = {} }: { flags?: string[]; env?: NodeJS.ProcessEnv } = {}
): Child<H> {
	const child = fork(file, { execArgv: flags, env: { ...process.env, ...env }, serialization: 'advanced' });
	ours.add(child);
	const waiting = new Map<number, (answer: Answer) => void>();
	let asked = 0;
	let gone = false;
	const exited = once(child, 'exit').then(([code, signal]) => {
		gone = true;
		ours.delete(child);
		waiting.forEach((answer, id) => answer({ id, fault: `the process ended (${code ?? signal})` }));
		return (code ?? signal) as number | string;
	});
	child.on('message', (answer: Answer) => {
		waiting.get(answer.id)?.(answer);
		waiting.delete(answer.id);
	});

	return {
		pid: child.pid ?? 0,
		exited,
		isGone: () => gone,
		ask(name, ...args) {
			const id = (asked += 1);
			return new Promise((resolve, reject) => {
				waiting.set(id, ({ fault, value }) =>
					fault === undefined ? resolve(value as never) : reject(new Error(`${name}: ${fault}`))
				);
				if (gone || !child.connected) waiting.get(id)?.({ id, fault: 'the process has ended' });
				else child.send({ id, name, args } satisfies Question, () => undefined);
			});
		},
		async end(signal = 'SIGTERM') {
			if (!gone) child.kill(signal);
			await exited;
		}
	};
}

/** The child's end: answers its parent, and ends when there is no parent any more. */
export function serveParent<H extends Handlers>(handlers: H): H {
	process.on('disconnect', () => process.exit());
	process.on('message', (question: Question) => void answer(question));

	async function answer({ id, name, args }: Question): Promise<void> {
		try {
			const value = await handlers[name]?.(...(args as never[]));
			process.send?.({ id, value } satisfies Answer);
		} catch (error) {
			process.send?.({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
	}
	return handlers;
}
