import type { HeldEvent } from './log.ts';
import { plain } from './words.ts';

/** An event as a report tells it; `participants` is null where it gives no number. */
export type ToldEvent = { path: string; title: string; participants: number | null };

/** Told and logged events that are one thing. One side is empty where the other knows nothing of it. */
export type Match = { told: ToldEvent[]; logged: HeldEvent[] };

/** A name shorter than this is too common to be recognised inside another. */
const TELLING = 10;

/**
 * Which told events are which logged ones, by their names. First names that are the same but for case, quotes and
 * points; then a whole name within another. Events of one name are told apart by their numbers of participants, and one
 * told line may be the sum of several.
 */
export function matchEvents(told: readonly ToldEvent[], logged: readonly HeldEvent[]): Match[] {
	const names = new Map<string, Match>();
	const at = (name: string) => {
		const known = names.get(name) ?? { told: [], logged: [] };
		names.set(name, known);
		return known;
	};
	for (const event of logged) at(plain(event.title)).logged.push(event);
	for (const event of told) at(nameFor(plain(event.title), names)).told.push(event);
	return [...names.values()].flatMap((group) => pairs(group));
}

/** The name of a logged event that is the told one, or stands whole in it, or holds it whole. */
function nameFor(name: string, names: ReadonlyMap<string, Match>): string {
	if (names.has(name)) return name;
	const near = [...names.keys()].filter(
		(other) =>
			Math.min(name.length, other.length) >= TELLING &&
			(` ${name} `.includes(` ${other} `) || ` ${other} `.includes(` ${name} `))
	);
	return near.length === 1 ? (near[0] ?? name) : name;
}

function pairs({ told, logged }: Match): Match[] {
	const [only] = told;
	if (only && told.length === 1 && logged.length > 1 && isSum(only, logged)) return [{ told, logged }];

	const free = [...logged];
	const alike = told.map((one): Match => {
		const at = free.findIndex(({ participants }) => participants === one.participants);
		return { told: [one], logged: at < 0 ? [] : free.splice(at, 1) };
	});
	const paired = alike.map((match) =>
		match.logged.length ? match : { ...match, logged: free.splice(0, 1) }
	);
	return [...paired, ...free.map((event) => ({ told: [], logged: [event] }))];
}

/** A single line for a name that was held several times tells all of them, unless its number is that of one. */
function isSum({ participants }: ToldEvent, logged: readonly HeldEvent[]): boolean {
	return participants === null || !logged.some((event) => event.participants === participants);
}
