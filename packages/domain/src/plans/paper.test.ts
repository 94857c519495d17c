import { expect, test } from 'vitest';
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import type { Block } from '../documents/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import { approvalSteps, planPaper, type PlanPaperFacts } from './index.ts';

const row = {
	...{ title: 'Мастерская', format: 'мастерская', delivery: 'очно', responsible: 'Ольхова Т. В.' },
	...{ from: '2026-11-10', lastDay: '2026-11-12', cells: { periodicity: 'ежемесячно', duration: '2 часа' } },
	...{ report: 'Разобрали три урока', participants: 25, cancelled: false }
};

function paperUnder(profile: unknown, change: Partial<PlanPaperFacts> = {}) {
	const { plan } = profile as RegulationProfile;
	const period = { from: '2026-09-01', lastDay: '2027-08-31' };
	const facts = { site: 'Площадка', organisation: 'Школа № 912', period, rows: [row], approvals: [] };
	return planPaper({ ...facts, plan, steps: approvalSteps(plan), signature: null, number: null, ...change });
}

function block<K extends Block['kind']>(kind: K, paper: { blocks: Block[] }) {
	return paper.blocks.find((one): one is Extract<Block, { kind: K }> => one.kind === kind);
}

test('R53: the paper has the columns of the regulation, the school year in its title and the leader’s line', () => {
	const paper = paperUnder(lenobl, { rows: [row, { ...row, cancelled: true }] });
	const table = block('table', paper);
	expect(table?.columns.map(({ title }) => title)).toEqual([
		'№',
		'Мероприятие',
		'Сроки проведения',
		'Ответственный за мероприятие',
		'Отчёт о выполнении'
	]);
	expect(table?.rows).toEqual([
		['1', 'Мастерская', '10.11.2026 – 12.11.2026', 'Ольхова Т. В.', 'Участников: 25. Разобрали три урока']
	]);
	expect(block('title', paper)).toMatchObject({
		document: 'План-график (сетевой график)',
		subject: 'Площадка, на 2026/2027 учебный год'
	});
	expect(block('annex', paper)?.lines).toEqual(['Приложение № 3']);
	expect(block('signatures', paper)?.signatures).toHaveLength(1);
});

test('R53, R160: a registered plan bears its number and the word of the regulation for who signs it', () => {
	const signature = { name: 'Ольхова Т. В.', on: '2026-09-01' };
	const paper = paperUnder(lenobl, { signature, number: '3' });
	expect(block('place', paper)).toMatchObject({ day: '1\u00a0сентября 2026\u00a0г.', number: '№ 3' });
	expect(block('signatures', paper)?.signatures).toMatchObject([
		{ position: 'Руководитель региональной стажировочной площадки', name: 'Ольхова Т. В.' }
	]);
	expect(block('place', paperUnder(lenobl))?.number).toEqual(['№ ', { gap: 10, label: 'номер' }]);
	const silent = block('signatures', paperUnder(priozersk, { signature }))?.signatures;
	expect(silent).toMatchObject([{ position: 'Руководитель стажировочной площадки' }]);
	const ahead = { ...row, report: '', participants: null };
	expect(block('table', paperUnder(lenobl, { rows: [ahead] }))?.rows[0]?.at(-1)).toBe('');
});

test('R56, R57: a grif stands on it only where the regulation asks for one, or somebody has said it', () => {
	expect(block('grifs', paperUnder(lenobl))).toMatchObject({ left: null, right: { word: 'УТВЕРЖДАЮ' } });
	const said = { kind: 'agreement' as const, name: 'Елагина О. П.', position: 'начальник', on: '2026-10-01' };
	expect(block('grifs', paperUnder(priozersk, { approvals: [said] }))).toEqual({
		kind: 'grifs',
		left: {
			word: 'СОГЛАСОВАНО',
			lines: ['информационно-методический отдел МОУ ДО ЦИТ', 'начальник'],
			name: 'Елагина О. П.',
			day: '1\u00a0октября 2026\u00a0г.'
		},
		right: null
	});
	const unplaced = { ...said, position: '' };
	expect(block('grifs', paperUnder(priozersk, { approvals: [unplaced] }))?.left?.lines).toEqual([
		'информационно-методический отдел МОУ ДО ЦИТ'
	]);
	expect(block('grifs', paperUnder(primorye))).toBeUndefined();
	expect(block('table', paperUnder(priozersk))?.rows).toEqual([
		['1', 'Мастерская', 'ежемесячно', '2 часа', 'Ольхова Т. В.']
	]);
});
