import type { DeficitLevel } from '../programmes/document.ts';
import type { RouteRules } from '../programmes/rules.ts';

/** A row of the deficit card after the tutor's decisions; `mastery` is the exact share of the maximum, 0..1. */
export type RouteRow = { deficit: string; level: DeficitLevel; mastery: number };

/** Why the rules put a task into the route. */
export type Why = {
	code: 'covers_expressed' | 'covers_partial' | 'deepens' | 'touches' | 'developing';
	deficit: string | null;
};

export type Choice = { task: string; why: Why };

type Task = RouteRules['tasks'][number];
type Found = { deficit: string; level: 'expressed' | 'partial'; mastery: number };

/** Weights are sums of a few halves; a difference smaller than this is the noise of adding them. */
const NOISE = 1e-9;

/** The deficits that were found, in the programme's order. */
export function found(rules: RouteRules, rows: readonly RouteRow[]): Found[] {
	return rules.deficits.flatMap((deficit) => {
		const row = rows.find((candidate) => candidate.deficit === deficit);
		return row && row.level !== 'none' ? [{ deficit, level: row.level, mastery: row.mastery }] : [];
	});
}

/**
 * The programme's `route_rules.steps`, in their order: cover expressed deficits, then partial ones while there is
 * room, then deepen from the lowest mastery up, then the developing set. In the order of choosing.
 */
export function choose(rules: RouteRules, deficits: Found[], length: number): Choice[] {
	const tasks = rules.tasks.toSorted((a, b) => a.sequence - b.sequence);
	const chosen = new Map<string, Why>();
	const covered = new Set<string>();

	const isLeft = (task: Task) => !chosen.has(task.key);
	const isFull = () => chosen.size >= length;

	function take(task: Task, why: Why) {
		chosen.set(task.key, why);
		for (const { key, role } of task.deficits) if (role === 'primary') covered.add(key);
	}

	function weightOf(task: Task): number {
		return task.deficits.reduce((sum, { key, role }) => {
			const open = deficits.find(({ deficit }) => deficit === key && !covered.has(deficit));
			return open ? sum + rules.weights[open.level] * rules.roleFactor[role] : sum;
		}, 0);
	}

	function cover(level: Found['level'], mayGoOn: () => boolean) {
		while (mayGoOn()) {
			const open = deficits.filter((row) => row.level === level && !covered.has(row.deficit));
			const candidates = tasks.filter(
				(task) => isLeft(task) && open.some((row) => has(task, row.deficit, 'primary'))
			);
			const best = heaviest(candidates, weightOf);
			if (!best) return;

			const row = open.find(({ deficit }) => has(best, deficit, 'primary'));
			take(best, { code: `covers_${level}`, deficit: row?.deficit ?? null });
		}
	}

	function deepen(role: 'primary' | 'secondary') {
		for (const { deficit } of deficits.toSorted((a, b) => a.mastery - b.mastery)) {
			const next = isFull() ? undefined : tasks.find((task) => isLeft(task) && has(task, deficit, role));
			if (next) take(next, { code: role === 'primary' ? 'deepens' : 'touches', deficit });
		}
	}

	cover('expressed', () => true);
	cover('partial', () => !isFull());
	deepen('primary');
	deepen('secondary');

	for (const key of rules.developingSet) {
		const task = tasks.find((candidate) => candidate.key === key);
		if (task && isLeft(task) && !isFull()) take(task, { code: 'developing', deficit: null });
	}

	return [...chosen].map(([task, why]) => ({ task, why }));
}

function has(task: Task, deficit: string, role: 'primary' | 'secondary'): boolean {
	return task.deficits.some((bound) => bound.key === deficit && bound.role === role);
}

/** The heaviest; of equals the earlier in the sequence, which is how the candidates come. */
function heaviest(candidates: Task[], weightOf: (task: Task) => number): Task | undefined {
	let best: Task | undefined;
	for (const task of candidates) if (!best || weightOf(task) > weightOf(best) + NOISE) best = task;
	return best;
}
