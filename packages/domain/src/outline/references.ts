import type { Json, JsonRecord, ReferenceTo } from './field.ts';
import { isRecord, recordsIn, textIn } from './json.ts';

/** What a reference may name: its key and the words that an author knows it by. */
export type Referable = { key: string; title: string };

/** Things of the programme that a reference chooses from, in the author's order. */
export function referables(document: JsonRecord, to: ReferenceTo): Referable[] {
	switch (to) {
		case 'activities':
			return recordsIn(document.modules).flatMap((module) => recordsIn(module.activities).map(named));
		case 'modules':
			return recordsIn(document.modules).map((module) => ({
				key: String(module.n ?? ''),
				title: textIn(module, 'title')
			}));
		case 'cards':
			return Object.entries(isRecord(document.forms) ? document.forms : {}).map(([key, card]) => ({
				key,
				title: textIn(card, 'title')
			}));
		default:
			return recordsIn(document[to]).map(named);
	}
}

function named(thing: Json): Referable {
	return { key: textIn(thing, 'key'), title: textIn(thing, 'title') };
}
