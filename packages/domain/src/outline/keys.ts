import type { Json, JsonRecord, RecordsField } from './field.ts';
import { isRecord, recordsIn } from './json.ts';

/**
 * A key that nothing in the list has yet: «T07» after «T06», «m2a3» inside «m2». Keys of things deleted meanwhile are
 * not given again while a later one stands. The words of lists that must differ in the whole part are in `others`.
 */
export function freshKey(
	key: NonNullable<RecordsField['key']>,
	around: Json | undefined,
	list: JsonRecord[],
	others: readonly string[] = []
): string {
	const outer = isRecord(around) && typeof around.key === 'string' ? around.key : '';
	const from = key.from.replace('{}', outer);
	const taken = new Set([...list.map((thing) => thing.key), ...others]);
	const last = Math.max(0, ...[...taken].map((one) => numberAfter(from, one)));
	for (let n = last + 1; ; n += 1) {
		const found = `${from}${String(n).padStart(key.digits ?? 1, '0')}`;
		if (!taken.has(found)) return found;
	}
}

function numberAfter(from: string, key: Json | undefined): number {
	if (typeof key !== 'string' || !key.startsWith(from)) return 0;
	const rest = key.slice(from.length);
	return /^\d{1,6}$/.test(rest) ? Number(rest) : 0;
}

/** Keys of all lists of one name, wherever they stand: activities of all modules. */
export function keysWithin(part: Json | undefined, list: string): string[] {
	return recordsIn(part).flatMap((outer) =>
		recordsIn(outer[list]).flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
	);
}
