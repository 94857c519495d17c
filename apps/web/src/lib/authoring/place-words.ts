import { isRecord, pathOf, valueAt, textIn, type JsonRecord } from '@stazhirovka/domain/outline';
import { labelAt, thingAt } from './words.ts';

const SHOWN = ['title', 'label', 'text', 'stem'];

/** A place as an author knows it: «Задания › Минута понимания › Самопроверка». */
export function placeWords(document: JsonRecord, place: string): string {
	const path = pathOf(document, place);
	const words = path.map((step, n) => {
		const there = path.slice(0, n + 1);
		return typeof step === 'number' ? nameOf(document, there, step) : labelAt(there);
	});
	return words.join(' › ') || place;
}

function nameOf(document: JsonRecord, path: (string | number)[], index: number): string {
	const thing = valueAt(document, path);
	const named = isRecord(thing) ? SHOWN.map((key) => textIn(thing, key).trim()).find(Boolean) : undefined;
	return named ?? thingAt(path.slice(0, -1), index + 1);
}
