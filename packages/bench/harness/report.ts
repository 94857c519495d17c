import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Rounds } from './rounds.ts';
import { column, ratios, spread, type Measures, type Spread } from './statistics.ts';

/** What is promised of a measure of ours, in units of the reference or, without one, as it is. */
export type Goal = {
	ours: string;
	measure: string;
	against?: string;
	/** The measure of the reference, where it is called otherwise. */
	of?: string;
	atLeast?: number;
	atMost?: number;
};
type Judged = Goal & Spread & { met: boolean };

const FOLDER = path.resolve(import.meta.dirname, '../reports');

/** Prints the table and what came of the goals, and writes both as JSON; answers with the file's name. */
export function report(name: string, rounds: Rounds, goals: Goal[]): string {
	const rows = [...rounds.shown].flatMap(([contender, shown]) =>
		measuresOf(shown).map((measure) => ({ contender, measure, ...spread(column(shown, measure)) }))
	);
	const judged = goals.map((goal) => judge(rounds, goal));

	print(
		['contender', 'measure', 'median', 'min', 'max'],
		rows.map((row) => [row.contender, row.measure, ...figures(row)])
	);
	print(
		['goal', 'asked', 'median', 'min', 'max', ''],
		judged.map((goal) => [titleOf(goal), asked(goal), ...figures(goal), goal.met ? 'met' : 'NOT MET'])
	);
	const others = spread(rounds.others.map((share) => share * 100));
	console.log(
		`${rounds.others.length} rounds count, ${rounds.discarded} do not; others took ${figures(others).join(' / ')} % of the machine${rounds.noisy ? ' – TOO NOISY to trust' : ''}\n`
	);

	mkdirSync(FOLDER, { recursive: true });
	const file = path.join(FOLDER, `${name}.json`);
	const machine = { cores: availableParallelism(), node: process.version, platform: process.platform };
	const { discarded, noisy } = rounds;
	const whole = { name, at: new Date(), machine, discarded, noisy, others, rows, goals: judged };
	writeFileSync(file, `${JSON.stringify(whole, null, '\t')}\n`);
	return file;
}

function judge({ shown }: Rounds, goal: Goal): Judged {
	const ours = column(shown.get(goal.ours) ?? [], goal.measure);
	const found = goal.against
		? ratios(ours, column(shown.get(goal.against) ?? [], goal.of ?? goal.measure))
		: ours;
	const { median, min, max } = spread(found);
	const met = median >= (goal.atLeast ?? -Infinity) && median <= (goal.atMost ?? Infinity);
	return { ...goal, median, min, max, met };
}

function measuresOf(rounds: Measures[]): string[] {
	return [...new Set(rounds.flatMap((round) => Object.keys(round)))];
}

function titleOf({ ours, measure, against, of }: Goal): string {
	const reference = of && of !== measure ? `${against}, ${of}` : against;
	return against ? `${ours} / ${reference}: ${measure}` : `${ours}: ${measure}`;
}

function asked({ atLeast, atMost }: Goal): string {
	return atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
}

function figures({ median, min, max }: Spread): string[] {
	return [median, min, max].map((value) => String(Number(value.toPrecision(3))));
}

function print(head: string[], rows: string[][]): void {
	const all = [head, ...rows];
	const widths = head.map((_, n) => Math.max(...all.map((row) => row[n]?.length ?? 0)));
	for (const row of all)
		console.log(
			row
				.map((cell, n) => cell.padEnd(widths[n] ?? 0))
				.join('  ')
				.trimEnd()
		);
	console.log('');
}
