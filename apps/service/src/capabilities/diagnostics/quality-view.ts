import type { DiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import { optionFigures, type DiagnosisQuality as Found } from '@stazhirovka/domain/diagnostics';
import type { DiagnosticRules, ProgrammeDocument, ProgrammeItem } from '@stazhirovka/domain/programmes';

type Source = {
	document: ProgrammeDocument;
	rules: DiagnosticRules;
	answers: readonly Record<string, unknown>[];
};

/** Rounded to what so few people can tell: whole per cent, hundredths of a correlation, tenths of a point. */
export function toFigures(
	found: Found,
	{ document, rules, answers }: Source
): NonNullable<DiagnosisQuality['figures']> {
	const itemOf = new Map(document.diagnostic.items.map((item) => [item.key, item]));
	const chosen = optionFigures(rules, answers, offeredBy(document));
	const titleOf = new Map(document.deficits.map(({ key, title }) => [key, title]));

	return {
		tested: toScale(found.tested),
		said: toScale(found.said),
		items: found.items.flatMap(({ key, share, itemRest, alphaWithout, advice, flags }) => {
			const item = itemOf.get(key);
			if (!item) return [];
			return {
				key,
				text: item.stem,
				deficit: titleOf.get(item.deficit) ?? item.deficit,
				kind: item.kind,
				percent: Math.round(share * 100),
				itemRest: rounded(itemRest, 100),
				alphaWithout: rounded(alphaWithout, 100),
				options: (chosen.get(key) ?? []).map(({ value, share: part, right, flag }) => ({
					text: wordsOf(item, value),
					percent: Math.round(part * 100),
					right,
					flag
				})),
				advice,
				flags
			};
		})
	};
}

/** What could be chosen in each question, as it was shown: an order has nothing to choose. */
function offeredBy({ diagnostic }: ProgrammeDocument): Record<string, string[]> {
	return Object.fromEntries(
		diagnostic.items.map(({ key, options, scale }) => [
			key,
			options?.map((option) => option.key) ?? scale?.map(({ value }) => String(value)) ?? []
		])
	);
}

function wordsOf({ options, scale }: ProgrammeItem, value: string): string {
	const option = options?.find(({ key }) => key === value)?.text;
	return option ?? scale?.find((level) => String(level.value) === value)?.label ?? value;
}

function toScale({ items, max, alpha, error }: Found['tested']) {
	return { items, max, alpha: rounded(alpha, 100), error: rounded(error, 10) };
}

function rounded(value: number | null, parts: number): number | null {
	return value === null ? null : Math.round(value * parts) / parts;
}
