import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const TICKS_PER_SECOND = 100;

type Taken = { all: number; ours: number };

/** Where the fields of /proc/<pid>/stat are, counted after the name of the program. */
const FIELD = { parent: 1, user: 11, system: 12, childrenUser: 13, childrenSystem: 14 } as const;

/**
 * How much of the machine everybody else takes: 0 is nothing, 1 is all of it. Ours are these processes and all their
 * descendants. Answers NaN where there is no /proc.
 */
export async function othersDuring<T>(
	roots: () => number[],
	work: () => Promise<T>
): Promise<{ value: T; others: number }> {
	const from = performance.now();
	const before = taken(roots());
	const value = await work();
	const after = taken(roots());
	const ticks = ((performance.now() - from) / 1_000) * TICKS_PER_SECOND * availableParallelism();
	const others = after.all - before.all - (after.ours - before.ours);
	return { value, others: Math.max(0, others) / ticks };
}

function taken(roots: number[]): Taken {
	try {
		const [, user, nice, system, , , irq, soft, stolen] = (
			readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? ''
		)
			.split(/\s+/)
			.map(Number);
		const all = [user, nice, system, irq, soft, stolen].reduce<number>((sum, part) => sum + (part ?? 0), 0);
		return { all, ours: takenBy(roots) };
	} catch {
		return { all: Number.NaN, ours: 0 };
	}
}

/** With what their ended children took, so that a round does not lose what ended within it. */
function takenBy(roots: number[]): number {
	const processes = new Map<number, number[]>();
	for (const name of readdirSync('/proc')) {
		const fields = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
		if (fields) processes.set(Number(name), fields);
	}
	const isOurs = (pid: number): boolean => {
		if (roots.includes(pid)) return true;
		const parent = processes.get(pid)?.[FIELD.parent] ?? 0;
		return parent > 1 && isOurs(parent);
	};
	const parts = [FIELD.user, FIELD.system, FIELD.childrenUser, FIELD.childrenSystem];
	return [...processes]
		.filter(([pid]) => isOurs(pid))
		.flatMap(([, fields]) => parts.map((part) => fields[part] ?? 0))
		.reduce((sum, part) => sum + part, 0);
}

function statOf(pid: number): number[] | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
	} catch {
		return undefined;
	}
}
