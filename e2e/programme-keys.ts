import type { Json, Programme } from './screens/programme-writer.ts';

/** What identifies a programme, given when it begins. */
const IDENTITY = ['key', 'version', 'site_key', 'regulation_key', 'schema'];
/** Fields that name things of other lists by their keys. */
const NAMING = ['deficit', 'developing_set', 'materials'];

/** The same programme with the keys of another one, thing by thing in their order, and what names them along. */
export function withKeysOf(programme: Programme, other: Programme): Json {
	const keys = new Map<string, string>();
	for (const list of ['deficits', 'tasks', 'materials']) learn(keys, programme[list], other[list]);
	const rows = (one: Programme) => ((one.forms as Programme)?.correlation_card as Programme)?.rows;
	learn(keys, rows(programme), rows(other));

	const renamed = rename(programme, other, keys, '') as Programme;
	return { ...renamed, ...Object.fromEntries(IDENTITY.map((name) => [name, other[name] ?? null])) };
}

function learn(keys: Map<string, string>, ours: Json | undefined, theirs: Json | undefined): void {
	if (!Array.isArray(ours) || !Array.isArray(theirs)) return;
	ours.forEach((thing, n) => {
		const from = keyOf(thing);
		const to = keyOf(theirs[n]);
		if (from && to) keys.set(from, to);
	});
}

function rename(ours: Json, theirs: Json | undefined, keys: Map<string, string>, name: string): Json {
	if (Array.isArray(ours)) {
		return ours.map((one, n) => rename(one, Array.isArray(theirs) ? theirs[n] : undefined, keys, name));
	}
	if (typeof ours === 'string') return NAMING.includes(name) ? (keys.get(ours) ?? ours) : ours;
	if (typeof ours !== 'object' || ours === null) return ours;

	const pairs = Object.entries(ours).map(([key, value]): [string, Json] => {
		if (name === 'expert_key') return [keys.get(key) ?? key, named(value, keys)];
		if (key === 'key') return [key, keyOf(theirs) ?? value];
		const beside = isRecord(theirs) ? theirs[key] : undefined;
		return [key, rename(value, beside, keys, key)];
	});
	return Object.fromEntries(pairs);
}

function named(list: Json, keys: Map<string, string>): Json {
	return Array.isArray(list) ? list.map((key) => keys.get(String(key)) ?? key) : list;
}

function keyOf(thing: Json | undefined): string | undefined {
	return isRecord(thing) && typeof thing.key === 'string' ? thing.key : undefined;
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
