import type { ProgrammeItem } from '../document.ts';
import { error, notUnderstood, type Finding } from '../finding.ts';
import type { ItemKey } from '../rules.ts';
import { isPointsOfOption, isPointsOfScale, readPoints } from './points.ts';

/** The secret half of an item: how an answer becomes points. The author's words must agree with the item's data. */
export function readItemKey(item: ProgrammeItem): { key: ItemKey | null; findings: Finding[] } {
	const place = `diagnostic.items.${item.key}.scoring`;
	const common = { key: item.key, deficit: item.deficit, kind: item.kind, max: item.max };
	const options = item.options ?? [];
	const correct = options.filter((option) => option.correct).map((option) => option.key);

	switch (item.type) {
		case 'graded_choice': {
			const points = Object.fromEntries(options.map((option) => [option.key, option.score ?? 0]));
			return understood(isPointsOfOption(item.scoring), place, item, { ...common, type: item.type, points });
		}
		case 'scale': {
			const values = (item.scale ?? []).map((level) => level.value);
			return understood(isPointsOfScale(item.scoring), place, item, { ...common, type: item.type, values });
		}
		case 'single_choice':
			return withPoints(item, item.type, place, () => ({
				...common,
				type: 'single_choice',
				correct: correct[0] ?? ''
			}));
		case 'multiple_choice':
			return withPoints(item, item.type, place, (almost) => ({
				...common,
				type: 'multiple_choice',
				options: options.map((option) => option.key),
				correct,
				oneErrorPoints: almost
			}));
		case 'ordering':
			return withPoints(item, item.type, place, (almost) => ({
				...common,
				type: 'ordering',
				order: item.correct_order ?? [],
				oneSwapPoints: almost
			}));
	}
}

function understood(yes: boolean, place: string, item: ProgrammeItem, key: ItemKey) {
	return yes ? { key, findings: [] } : { key: null, findings: [notUnderstood(place, item.scoring)] };
}

function withPoints(
	item: ProgrammeItem,
	type: 'single_choice' | 'multiple_choice' | 'ordering',
	place: string,
	build: (almost: number) => ItemKey
) {
	const points = readPoints(type, item.scoring);
	if (!points) return { key: null, findings: [notUnderstood(place, item.scoring)] };

	const almost = points.almost ?? 0;
	const findings = [
		...(points.full === item.max
			? []
			: [error(place, 'rule.disagrees', { expected: item.max, found: points.full })]),
		...(points.other === 0 ? [] : [error(place, 'rule.disagrees', { expected: 0, found: points.other })]),
		...(almost <= item.max ? [] : [error(place, 'rule.disagrees', { expected: item.max, found: almost })])
	];
	return { key: findings.length === 0 ? build(almost) : null, findings };
}
