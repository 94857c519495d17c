/** New values by place, in the language of findings: `{ 'modules.m1.minutes': 170 }`. A function gets the old value. */
export type Changes = Record<string, unknown>;

/** A copy of a document with some places changed; `undefined` removes. For tests that plant one fault at a time. */
export function withChanges(document: unknown, changes: Changes): unknown {
	const copy: unknown = structuredClone(document);
	for (const [place, value] of Object.entries(changes)) change(copy, place.split('.'), value);
	return copy;
}

function change(here: unknown, [step = '', ...rest]: string[], value: unknown): void {
	const holder = here as Record<string, unknown>;
	const name = Array.isArray(here) ? indexOf(here, step) : step;

	if (rest.length > 0) change(holder[name], rest, value);
	else if (value === undefined) delete holder[name];
	else
		holder[name] = typeof value === 'function' ? (value as (old: unknown) => unknown)(holder[name]) : value;
}

function indexOf(list: { key?: string }[], key: string): string {
	const index = list.findIndex((thing) => thing.key === key);
	return index === -1 ? key : String(index);
}
