import type { DiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import type { DiagnosisQuality as Found } from '@stazhirovka/domain/diagnostics';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';

/** Rounded to what so few people can tell: whole per cent, hundredths of a correlation, tenths of a point. */
export function toFigures(found: Found, document: ProgrammeDocument): DiagnosisQuality['figures'] {
	const itemOf = new Map(document.diagnostic.items.map((item) => [item.key, item]));
	const titleOf = new Map(document.deficits.map(({ key, title }) => [key, title]));

	return {
		tested: toScale(found.tested),
		said: toScale(found.said),
		items: found.items.flatMap(({ key, share, itemRest, advice, flags }) => {
			const item = itemOf.get(key);
			if (!item) return [];
			return {
				key,
				text: item.stem,
				deficit: titleOf.get(item.deficit) ?? item.deficit,
				kind: item.kind,
				percent: Math.round(share * 100),
				itemRest: rounded(itemRest, 100),
				advice,
				flags
			};
		})
	};
}

function toScale({ items, max, alpha, error }: Found['tested']) {
	return { items, max, alpha: rounded(alpha, 100), error: rounded(error, 10) };
}

function rounded(value: number | null, parts: number): number | null {
	return value === null ? null : Math.round(value * parts) / parts;
}
