import type {
	DiagnosticRules,
	ItemKey,
	PeerRules,
	RouteRules,
	UnderstandingRules
} from '../programmes/rules.ts';

/** The rules of the demonstration programme «adhd-lesson-12h», written out by hand for the tests of the rules. */
const DEFICITS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'];

export const diagnostic: DiagnosticRules = {
	deficits: DEFICITS,
	perDeficitMax: 9,
	levels: [
		{ key: 'none', min: 0.75 },
		{ key: 'partial', min: 0.5 },
		{ key: 'expressed', min: 0 }
	],
	maxUnanswered: 4,
	flags: [
		{
			label: 'переоценка',
			when: [
				{ sum: ['self_assessment'], op: '>=', value: 2 },
				{ sum: ['knowledge', 'case'], op: '<', value: 3 }
			]
		},
		{
			label: 'недооценка',
			when: [
				{ sum: ['self_assessment'], op: '<=', value: 1 },
				{ sum: ['knowledge', 'case'], op: '=', value: 6 }
			]
		}
	],
	items: DEFICITS.flatMap((deficit) => [knowledgeItem(deficit), caseItem(deficit), selfItem(deficit)])
};

export const route: RouteRules = {
	length: 5,
	weights: { expressed: 2, partial: 1 },
	roleFactor: { primary: 1, secondary: 0.5 },
	developingSet: ['T03', 'T06', 'T08', 'T10', 'T11'],
	deficits: DEFICITS,
	tasks: [
		task(1, 'D1', 'D8'),
		task(2, 'D1', 'D7'),
		task(3, 'D2', 'D7'),
		task(4, 'D2', 'D4'),
		task(5, 'D3'),
		task(6, 'D4', 'D2'),
		task(7, 'D5', 'D4'),
		task(8, 'D6', 'D5'),
		task(9, 'D6'),
		task(10, 'D7', 'D4'),
		task(11, 'D8', 'D1'),
		task(12, 'D8', 'D6')
	]
};

export const peer: PeerRules = {
	criteria: ['awareness', 'conditions', 'completeness', 'technology', 'effectiveness', 'reflection'],
	maxPerCriterion: 3,
	reviewsPerWork: 3,
	reviewsPerIntern: 3,
	minReceived: 2,
	minGiven: 2,
	deadlineDays: 5,
	excludeSameOrganisation: true,
	passTotal: 10,
	noZeroCriterion: true,
	moderationSpread: 6,
	moderateBelowThreshold: true,
	revisionDays: 7
};

export const correlation: UnderstandingRules = {
	key: {
		P1: ['F4', 'F1'],
		P2: ['F1'],
		P3: ['F4'],
		P4: ['F5'],
		P5: ['F6', 'F3'],
		P6: ['F3'],
		P7: ['F2', 'F6'],
		P8: ['F7'],
		P9: ['F8'],
		P10: ['F1', 'F8']
	},
	maxExtra: 1,
	levels: [
		{ min: 8, label: 'понимание устойчивое' },
		{ min: 5, label: 'понимание частичное' },
		{ min: 0, label: 'нужна поддержка' }
	]
};

function knowledgeItem(deficit: string): ItemKey {
	const item = { key: `${deficit}-K`, deficit, kind: 'knowledge' as const, max: 2 };
	const options = ['a', 'b', 'c', 'd', 'e'];

	if (deficit === 'D2')
		return { ...item, type: 'multiple_choice', options, correct: ['a', 'b', 'd'], oneErrorPoints: 1 };
	if (deficit === 'D5')
		return { ...item, type: 'multiple_choice', options, correct: ['a', 'b', 'c'], oneErrorPoints: 1 };
	if (deficit === 'D7') return { ...item, type: 'ordering', order: options, oneSwapPoints: 1 };
	return { ...item, type: 'single_choice', correct: 'a' };
}

function caseItem(deficit: string): ItemKey {
	const points = { a: 4, b: 2, c: 0, d: 0 };
	return { key: `${deficit}-C`, deficit, kind: 'case', max: 4, type: 'graded_choice', points };
}

function selfItem(deficit: string): ItemKey {
	return {
		key: `${deficit}-S`,
		deficit,
		kind: 'self_assessment',
		max: 3,
		type: 'scale',
		values: [0, 1, 2, 3]
	};
}

function task(sequence: number, primary: string, secondary?: string): RouteRules['tasks'][number] {
	const deficits: RouteRules['tasks'][number]['deficits'] = [{ key: primary, role: 'primary' }];
	if (secondary) deficits.push({ key: secondary, role: 'secondary' });
	return { key: `T${String(sequence).padStart(2, '0')}`, sequence, deficits };
}
