import type { ObservationSheet } from '@stazhirovka/contract/diagnostics';
import { checkObservation } from '@stazhirovka/domain/diagnostics';
import { textOf } from '#lib/server/form-text.ts';
import { choiceOf, exampleOf, UNSEEN } from './observed-names.ts';

const LEVELS = ['none', 'partial', 'expressed'] as const;

/** What an observer has typed, as it stands in the form. */
export type TypedObservation = {
	author: string;
	position: string;
	note: string;
	rows: Record<string, { choice: string; example: string }>;
};
export type TypedFault = { path: string; code: string };

export function observationIn(data: FormData, { deficits }: Pick<ObservationSheet, 'deficits'>) {
	const typed: TypedObservation = {
		author: textOf(data, 'author').trim(),
		position: textOf(data, 'position').trim(),
		note: textOf(data, 'note').replaceAll('\r\n', '\n'),
		rows: Object.fromEntries(
			deficits.map(({ key }) => [
				key,
				{
					choice: textOf(data, choiceOf(key)),
					example: textOf(data, exampleOf(key)).replaceAll('\r\n', '\n')
				}
			])
		)
	};
	return {
		typed,
		faults: faultsOf(
			typed,
			deficits.map(({ key }) => key)
		)
	};
}

/** As the service takes it; `undefined` where nothing was chosen. */
export function rowsOf({ rows }: TypedObservation) {
	return Object.fromEntries(
		Object.entries(rows).map(([key, { choice, example }]) => [
			key,
			{ level: choice === UNSEEN ? null : LEVELS.find((level) => level === choice), example }
		])
	);
}

function faultsOf(typed: TypedObservation, deficits: string[]): TypedFault[] {
	const faults: TypedFault[] = [];
	if (typed.author.length < 3) faults.push({ path: 'author', code: 'author' });
	if (typed.position.length < 2) faults.push({ path: 'position', code: 'position' });
	const rows = rowsOf(typed);
	const isNothing = deficits.every((key) => rows[key]?.level === null);
	const checked = checkObservation(deficits, rows as Parameters<typeof checkObservation>[1]);
	if (!checked.ok)
		faults.push(
			...checked.refusal.details.faults.map(({ path, code }) => ({
				path,
				code: isNothing ? 'nothing' : code
			}))
		);
	return faults;
}
