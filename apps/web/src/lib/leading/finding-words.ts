import type { Finding } from '@stazhirovka/contract/finding';
import { placeBy, type FindingWords } from '#lib/imports/finding-words.ts';
import { m } from '#lib/paraglide/messages.js';

/** Words of what is wrong in a programme file. */
export const programmeWords: FindingWords = {
	inFile: true,
	fault: faultWords,
	place: placeBy((part) => m.leader_part({ part }))
};

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
		wanted: textOf(details.wanted ?? details.limit ?? details.expected ?? details.least)
	});
}

function wanted({ allowed, limit, expected }: Details): string {
	if (allowed !== undefined) return m.leader_shape_one_of({ allowed: textOf(allowed) });
	return limit === undefined ? m.leader_shape_wanted({ kind: textOf(expected) }) : textOf(limit);
}

function textOf(value: string | number | undefined): string {
	return String(value ?? '');
}
