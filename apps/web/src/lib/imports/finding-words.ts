import type { Finding } from '@stazhirovka/contract/finding';
import { m } from '#lib/paraglide/messages.js';

/** How a kind of file is spoken of: what is wrong, and where; `inFile`: whoever reads it mends it in the file itself. */
export type FindingWords = {
	fault: (finding: Finding) => string;
	place: (place: string) => string;
	inFile?: true;
};

/**
 * A place in words, from the section to the field: «Модули › m1 › занятия › № 2 › минуты». `words` names the parts of
 * this kind of file; an author's own keys stay as they are.
 */
export function placeBy(words: (part: string) => string): FindingWords['place'] {
	const partOf = (part: string) =>
		/^\d+$/.test(part) ? m.imports_part_number({ n: Number(part) + 1 }) : words(part) || part;
	return (place) => {
		const said = place.split('.').map(partOf).join(' › ');
		return said.charAt(0).toUpperCase() + said.slice(1);
	};
}
