import { error, type Finding } from './finding.ts';

/** What has a key that another thing of the list has already, once for each such key. */
export function repeatedKeys(place: string, things: { key: string }[] = []): Finding<'key.repeated'>[] {
	return repeated(things.map(({ key }) => key)).map((key) =>
		error(`${place}.${key}`, 'key.repeated', { key })
	);
}

/** Values that stand in the list more than once, each named once. */
export function repeated(values: string[]): string[] {
	return [...new Set(values.filter((value, n) => values.indexOf(value) !== n))];
}
