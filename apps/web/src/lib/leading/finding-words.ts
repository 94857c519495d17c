import type { Finding } from '@stazhirovka/contract/finding';
import type { FindingWords } from '#lib/imports/finding-words.ts';
import { m } from '#lib/paraglide/messages.js';

/** Words of what is wrong in a programme file. */
export const programmeWords: FindingWords = { fault: faultWords, place: placeWords };

type Details = NonNullable<Finding['details']>;

/** What is wrong at a place of a programme file and what is expected there. */
function faultWords({ code, details = {} }: Finding): string {
	if (code.startsWith('shape.')) {
		return m.leader_finding({
			code,
			found: m.leader_shape_found({ kind: textOf(details.found) }),
			wanted: wanted(details)
		});
	}
	const { found, phrase, key, deficit, type, kind } = details;
	return m.leader_finding({
		code,
		found: textOf(found ?? phrase ?? key ?? deficit ?? type ?? kind),
		wanted: textOf(details.wanted ?? details.limit ?? details.expected)
	});
}

function wanted({ allowed, limit, expected }: Details): string {
	if (allowed !== undefined) return m.leader_shape_one_of({ allowed: textOf(allowed) });
	return limit === undefined ? m.leader_shape_wanted({ kind: textOf(expected) }) : textOf(limit);
}

/** «Модули › m1 › занятия › m1a3 › минуты»: an author's own keys stay as they are. */
function placeWords(place: string): string {
	const words = place.split('.').map(partWords).join(' › ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function partWords(part: string): string {
	return /^\d+$/.test(part) ? m.leader_part_number({ n: Number(part) + 1 }) : m.leader_part({ part }) || part;
}

function textOf(value: string | number | undefined): string {
	return String(value ?? '');
}
