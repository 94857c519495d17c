import type { ProgrammeDiagnostic, ProgrammeItem } from '../document.ts';
import type { Finding } from '../finding.ts';
import { readItemKey } from '../reading/item-key.ts';
import { readPoints, type Points } from '../reading/points.ts';
import { scoreItem, type ItemScore } from '../../diagnostics/score-item.ts';
import { itemPhrase } from './scoring-phrases.ts';

/** What the answers of an item are worth, as its rule is read; `null`: its words are not understood. */
export function pointsOf(item: ProgrammeItem): Points | null {
	switch (item.type) {
		case 'graded_choice':
		case 'scale':
			return readItemKey(item).key ? { full: bestOf(item), almost: null, other: 0 } : null;
		default:
			return readPoints(item.type, item.scoring);
	}
}

/** The most that an answer can bring: where answers carry points, the largest of them. */
export function bestOf({ type, options = [], scale = [], max }: ProgrammeItem): number {
	if (type === 'graded_choice') return Math.max(0, ...options.map(({ score }) => score ?? 0));
	if (type === 'scale') return Math.max(0, ...scale.map(({ value }) => value));
	return max;
}

/** The item with its maximum and its rule as they follow from its answers; a rule in the author's own words stays. */
export function settledItem(item: ProgrammeItem): ProgrammeItem {
	const points = item.type === 'graded_choice' || item.type === 'scale' ? null : pointsOf(item);
	const max = bestOf(item);
	if (points && points.full === max) return item;
	return { ...item, max, scoring: itemPhrase(item.type, max, points?.almost ?? null) };
}

export type Tried = ({ ok: true } & ItemScore) | { ok: false; findings: Finding[] };

/** Points for an answer to an item that is being written, or why nobody can count them yet. */
export function tryItem(item: ProgrammeItem, answer: unknown): Tried {
	const { key, findings } = readItemKey(item);
	return key ? { ok: true, ...scoreItem(key, answer) } : { ok: false, findings };
}

export type Coverage = {
	deficit: string;
	title: string;
	/** Keys of the items of each kind. */
	knowledge: string[];
	case: string[];
	self_assessment: string[];
	/** What all of them are worth together. */
	max: number;
};

/** Which deficits are asked about and how (R122): one row for each, in the programme's order. */
export function coverageOf(
	deficits: readonly { key: string; title: string }[],
	{ items }: Pick<ProgrammeDiagnostic, 'items'>
): Coverage[] {
	return deficits.map(({ key, title }) => {
		const own = items.filter((item) => item.deficit === key);
		const of = (kind: ProgrammeItem['kind']) =>
			own.filter((item) => item.kind === kind).map((item) => item.key);
		return {
			deficit: key,
			title,
			knowledge: of('knowledge'),
			case: of('case'),
			self_assessment: of('self_assessment'),
			max: own.reduce((sum, item) => sum + bestOf(item), 0)
		};
	});
}

/** The maximum of a deficit when it is the same for all of them; `null`: items still have to be made even. */
export function commonMaximum(coverage: readonly Coverage[]): number | null {
	const [first, ...others] = coverage.map(({ max }) => max);
	return first !== undefined && first > 0 && others.every((max) => max === first) ? first : null;
}
