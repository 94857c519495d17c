import type { Condition, ItemKind } from '../rules.ts';
import { normalise, numberOf } from './phrase.ts';

export type Flag = { label: string; when: Condition[] };

const FLAG = /^\s*(?:[«"„“]([^»"”“]+)[»"”“]|([\p{L} -]+?))\s*[,:–—-]?\s*если\s+(.+)$/isu;
const KINDS: [RegExp, ItemKind][] = [
	[/^(?:балл\S* за )?знани[еяйю]$/, 'knowledge'],
	[/^(?:балл\S* за )?(?:кейс|ситуаци)\S*$/, 'case'],
	[/^(?:балл\S* за )?самооценк[аиуе]$/, 'self_assessment']
];
const OPERATORS: [RegExp, Condition['op']][] = [
	[/^(?:>=|(?:больше|более) или равно|не (?:меньше|менее|ниже)(?: чем)?|от)$/, '>='],
	[/^(?:<=|(?:меньше|менее) или равно|не (?:больше|более|выше)(?: чем)?|до)$/, '<='],
	[/^(?:>|больше|более|выше|свыше)(?: чем)?$/, '>'],
	[/^(?:<|меньше|менее|ниже)(?: чем)?$/, '<'],
	[/^(?:=|==|равн[аоы]?|равен)$/, '=']
];
const COMPARISON =
	/^(.+?)\s*(>=|<=|>|<|==?|(?:больше|более|меньше|менее) или равно|(?:не )?(?:меньше|менее|ниже|больше|более|выше)(?: чем)?|свыше|от|до|равн[аоы]?|равен)\s*(\d+(?:[.,]\d+)?)(?:\s*балл\S*)?$/;
const AFTERWARDS =
	/^(.+?)\s*[-:]?\s*(\d+(?:[.,]\d+)?)(?:\s*балл\S*)? (?:и|или) (более|больше|выше|менее|меньше|ниже)$/;

/**
 * Reads «переоценка», если самооценка ≥ 2 и (знание + кейс) < 3; «недооценка», если …: flags in the author's order.
 * `null`: some part is not understood.
 */
export function readFlags(text: string): Flag[] | null {
	const flags = text
		.split(';')
		.filter((part) => part.trim() !== '')
		.map(readFlag);
	return flags.every((flag) => flag !== null) ? flags : null;
}

function readFlag(part: string): Flag | null {
	const match = FLAG.exec(part);
	if (!match) return null;

	const label = (match[1] ?? match[2] ?? '').trim();
	const when = normalise(match[3] ?? '')
		.split(/,?\s+и\s+(?!более|больше|выше|менее|меньше|ниже)/)
		.map(readCondition);
	return label !== '' && when.every((condition) => condition !== null) ? { label, when } : null;
}

/** «(знание + кейс) < 3», «знание = 0», «самооценка 2 и более». */
function readCondition(phrase: string): Condition | null {
	const [, left, op, value] = AFTERWARDS.test(phrase) ? turned(phrase) : (COMPARISON.exec(phrase) ?? []);
	const sum = readSum(left ?? '');
	const operator = OPERATORS.find(([words]) => words.test(op ?? ''))?.[1];

	return sum && operator && value !== undefined ? { sum, op: operator, value: numberOf(value) } : null;
}

function turned(phrase: string): string[] {
	const [, left, value, word] = AFTERWARDS.exec(phrase) ?? [];
	const op = /^(?:более|больше|выше)$/.test(word ?? '') ? '>=' : '<=';
	return [phrase, left ?? '', op, value ?? ''];
}

function readSum(phrase: string): ItemKind[] | null {
	const bare = phrase
		.trim()
		.replace(/^\((.*)\)$/, '$1')
		.replace(/^сумма\s+/, '');
	const kinds = bare
		.split(/\s*\+\s*|\s+плюс\s+/)
		.map((word) => KINDS.find(([words]) => words.test(word.trim()))?.[1]);

	if (!kinds.every((kind) => kind !== undefined)) return null;
	return new Set(kinds).size === kinds.length ? kinds : null;
}
