import { isList, isRecord, textIn, type Json, type JsonRecord, type Path } from '@stazhirovka/domain/outline';
import { m } from '#lib/paraglide/messages.js';
import { nameIn } from './place-words.ts';
import { textOfValue } from './value-text.ts';
import { labelAt, thingAt } from './words.ts';

export type Difference = { where: string; mine: string; theirs: string };

/** Two versions of a value and where it stands: its path, and the same in words. */
type Pair = { mine: Json | undefined; theirs: Json | undefined; path: Path; said: string[] };

/** Where two versions of a part differ, value by value; things of lists are compared by their keys. */
export function differences(
	document: JsonRecord,
	part: string,
	{ mine, theirs }: Pick<Pair, 'mine' | 'theirs'>
): Difference[] {
	return between({ mine, theirs, path: [part], said: [labelAt([part])] }, document);
}

function between({ mine, theirs, path, said }: Pair, document: JsonRecord): Difference[] {
	if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
	if (isRecord(mine) && isRecord(theirs)) return inRecords({ mine, theirs, path, said }, document);
	if (isList(mine) && isList(theirs) && [...mine, ...theirs].every(isRecord)) {
		const changed = inLists({ mine, theirs, path, said }, document);
		return changed.length > 0 ? changed : [{ where: said.join(' › '), ...ordersOf(mine, theirs, path) }];
	}
	const shown = (value: Json | undefined) =>
		textOfValue(value, document, path.join('.')) || m.outline_nothing();
	return [{ where: said.join(' › '), mine: shown(mine), theirs: shown(theirs) }];
}

function inRecords(
	{ mine, theirs, path, said }: Pair & { mine: JsonRecord; theirs: JsonRecord },
	document: JsonRecord
): Difference[] {
	const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
	return names.flatMap((name) => {
		const inner = [...path, name];
		return between(
			{ mine: mine[name], theirs: theirs[name], path: inner, said: [...said, labelAt(inner)] },
			document
		);
	});
}

function inLists(
	{ mine, theirs, path, said }: Pair & { mine: Json[]; theirs: Json[] },
	document: JsonRecord
): Difference[] {
	const keys = [...new Set([...mine, ...theirs].map((thing) => textIn(thing, 'key')))];
	const found = (list: Json[], key: string) => list.find((thing) => textIn(thing, 'key') === key);
	return keys.flatMap((key, n) => {
		const [own, other] = [found(mine, key), found(theirs, key)];
		const name = nameIn(own) ?? nameIn(other) ?? thingAt(path, n + 1);
		return between({ mine: own, theirs: other, path: [...path, n], said: [...said, name] }, document);
	});
}

function ordersOf(mine: Json[], theirs: Json[], path: Path): Pick<Difference, 'mine' | 'theirs'> {
	const order = (list: Json[]) => list.map((thing, n) => nameIn(thing) ?? thingAt(path, n + 1)).join('; ');
	return { mine: order(mine), theirs: order(theirs) };
}
