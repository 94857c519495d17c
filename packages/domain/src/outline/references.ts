import type { Json, JsonRecord, Path, ReferenceTo } from './field.ts';
import { isRecord, recordsIn, textIn } from './json.ts';

/** What a reference may name: its key, the words that an author knows it by, and where it stands. */
export type Referable = { key: string; title: string; path: Path };

/** Things of the programme that a reference chooses from, in the author's order. */
export function referables(document: JsonRecord, to: ReferenceTo): Referable[] {
	switch (to) {
		case 'activities':
			return recordsIn(document.modules).flatMap((module, n) =>
				recordsIn(module.activities).map((activity, at) => named(activity, ['modules', n, 'activities', at]))
			);
		case 'modules':
			return recordsIn(document.modules).map((module, n) => ({
				...named(module, ['modules', n]),
				key: String(module.n ?? '')
			}));
		case 'cards':
			return Object.entries(isRecord(document.forms) ? document.forms : {}).map(([key, card]) => ({
				...named(card, ['forms', key]),
				key
			}));
		default:
			return recordsIn(document[to]).map((thing, n) => named(thing, [to, n]));
	}
}

function named(thing: Json, path: Path): Referable {
	return { key: textIn(thing, 'key'), title: textIn(thing, 'title'), path };
}
