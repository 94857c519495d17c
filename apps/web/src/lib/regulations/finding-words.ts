import type { Finding } from '@stazhirovka/contract/finding';
import { placeBy, type FindingWords } from '#lib/imports/finding-words.ts';
import { m } from '#lib/paraglide/messages.js';

/** Words of what is wrong in a regulation file: section, number of the element, name of the field. */
export const regulationWords: FindingWords = {
	inFile: true,
	fault: faultWords,
	place: placeBy((part) => m.regulations_file_part({ part }))
};

function faultWords({ code, details = {} }: Finding): string {
	const { found, key, wanted, limit, allowed } = details;
	const kind = code === 'shape.wrong_type' ? m.regulations_value_type({ type: String(wanted) }) : wanted;
	return m.regulations_finding({
		code,
		found: String(found ?? key ?? ''),
		wanted: String(kind ?? limit ?? allowed ?? '')
	});
}
