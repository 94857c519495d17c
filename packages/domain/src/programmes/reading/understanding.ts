import { clausesOf, normalise } from './phrase.ts';

/** A row is right when every function of the key is marked with `label`, and at most `maxExtra` others are. */
export type RowRule = { label: string; maxExtra: number };

const ALL =
	/^строка (?:верна|засчитывается|правильна),? если (?:отмечены )?все (?:функции|практики|столбцы|отметки|ответы)?(?: \S+)? ?(?:ключа )?(?:отмечены )?(?:как )?"([^"]+)"$/;
const EXTRA =
	/^(?:и )?не (?:более|больше) (?:чем )?(\d+)(?: лишн\S*)?(?: отмет\S*)?(?: лишн\S*)?(?: "([^"]+)")?$/;
const NO_EXTRA =
	/^(?:и )?(?:без лишних(?: отметок)?|нет лишних(?: отметок)?|лишних(?: отметок)? нет)(?: "([^"]+)")?$/;

/** Reads «строка верна, если все функции ключа отмечены «связано» и не более одной лишней отметки «связано»». */
export function readRowRule(text: string): RowRule | null {
	const phrase = normalise(text).replace(/,\s*если/, ' если');
	const [first = '', second = '', ...rest] = clausesOf(phrase, /\s+и\s+|[,;]\s*/);
	const label = ALL.exec(first)?.[1];
	const extra = readExtra(second, label);

	return label !== undefined && extra !== null && rest.length === 0 ? { label, maxExtra: extra } : null;
}

function readExtra(clause: string, label: string | undefined): number | null {
	const extra = EXTRA.exec(clause);
	const none = NO_EXTRA.exec(clause);
	const named = extra?.[2] ?? none?.[1];
	if (named !== undefined && named !== label) return null;

	return extra ? Number(extra[1]) : none ? 0 : null;
}
